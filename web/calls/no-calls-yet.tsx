import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { Empty } from '../ui/empty.tsx'

/** Before the first call: where calls come from, as far as whoever reads it can do something. */
export function NoCallsYet() {
  const { role } = useMe()
  if (role === 'rep') {
    return (
      <Empty title="No calls yet">
        <p>A call of yours appears here when it has ended and the phone system has sent it.</p>
      </Empty>
    )
  }
  return (
    <Empty title="No calls yet">
      <p>
        Calls appear here as soon as a phone system sends them or a file is brought in.
        {role === 'supervisor' && ' Those of teams you don’t lead are not shown to you.'}
      </p>
      <p>
        <Link to={paths.imports}>
          {role === 'admin' ? 'Go to imports' : 'See what has come in'}
        </Link>
      </p>
    </Empty>
  )
}
