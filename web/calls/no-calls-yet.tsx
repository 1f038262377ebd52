import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'

/** Before the first call: where calls come from. */
export const NoCallsYet = () => (
  <Empty title="No calls yet">
    <p>
      Calls appear here as soon as a phone system sends them or a file is brought in. Those of teams
      you don’t lead are not shown to you.
    </p>
    <p>
      <Link to={paths.imports}>Go to imports</Link>
    </p>
  </Empty>
)
