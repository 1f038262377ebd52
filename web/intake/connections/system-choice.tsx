import { Title } from '@mantine/core'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './connections.module.css'
import { systems } from './systems.ts'
import { connectionWords } from './words.ts'

/** Phone systems to choose from, with what one gets of each. */
export function SystemChoice() {
  return (
    <Section title={connectionWords.add} lead={connectionWords.addLead}>
      <ul aria-label={connectionWords.add} className={classes['systems']}>
        {systems.map(({ key, title, means, kind, way }) => (
          <li key={key} className={classes['system']}>
            <Title order={3}>
              <TextLink
                to={paths.newConnection}
                search={{ system: key }}
                aria-label={connectionWords.chooseOf(title)}
              >
                {title}
              </TextLink>
            </Title>
            <p>{means}</p>
            <p>{way ?? (kind === null ? connectionWords.byFiles : connectionWords.byItself)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
