import { Link } from '@tanstack/react-router'
import { type Role } from '../../shared/roster/role.ts'
import { paths } from '../paths.ts'
import classes from './shell.module.css'
import { shellWords } from './words.ts'

type Place = { to: string; name: string }

const floor = { to: paths.floor, name: shellWords.floor }

const forLeaders: readonly Place[] = [
  { to: paths.calls, name: shellWords.calls },
  { to: paths.team, name: shellWords.team },
  { to: paths.targets, name: shellWords.targets },
  floor,
]

/** Where each role can go from anywhere. */
const places: Record<Role, readonly Place[]> = {
  rep: [
    { to: paths.myCalls, name: shellWords.myCalls },
    { to: paths.myGrowth, name: shellWords.myGrowth },
    floor,
  ],
  supervisor: [...forLeaders, { to: paths.imports, name: shellWords.importStatus }],
  admin: [
    ...forLeaders,
    { to: paths.connections, name: shellWords.connections },
    { to: paths.imports, name: shellWords.import },
    { to: paths.setUp, name: shellWords.setUp },
  ],
  floor: [floor],
}

export function MainNavigation({ role }: { role: Role }) {
  return (
    <nav aria-label={shellWords.main} className={classes['places']}>
      <ul className={classes['navigation']}>
        {places[role].map(({ to, name }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ includeSearch: false }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
