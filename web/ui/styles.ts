/** The order matters: the kit first, then our colours and page over it. */
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './colors.css'
import './kit.css'
import './page.css'
