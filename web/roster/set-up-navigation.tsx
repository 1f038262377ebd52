import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import classes from './set-up-navigation.module.css'
import { setUpWords } from './words.ts'

const parts = [
  { to: paths.setUp, name: setUpWords.people },
  { to: paths.setUpTeams, name: setUpWords.teams },
  { to: paths.setUpReps, name: setUpWords.reps },
  { to: paths.setUpKeys, name: setUpWords.keys },
  { to: paths.setUpWebhooks, name: setUpWords.webhooks },
  { to: paths.setUpDisplays, name: setUpWords.displays },
  { to: paths.setUpKinds, name: setUpWords.kinds },
] as const

export function SetUpNavigation() {
  return (
    <nav aria-label={setUpWords.title}>
      <ul className={classes['parts']}>
        {parts.map(({ to, name }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: true }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
