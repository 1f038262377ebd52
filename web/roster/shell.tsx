import { Link, Outlet, useChildMatches } from '@tanstack/react-router'
import { type Role } from '../../shared/roster/role.ts'
import { paths } from '../paths.ts'
import { productName } from '../ui/words.ts'
import { AccountMenu } from './account-menu.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { useMe } from './me.ts'
import classes from './shell.module.css'
import { shellWords } from './words.ts'

/**
 * The frame of every page behind the sign-in: who, where, and that demo data are simulated. A
 * board on the wall has the whole screen to itself.
 */
export function Shell() {
  const me = useMe()
  const { organization } = me
  if (useIsOnWall(me.role)) return <Outlet />
  return (
    <>
      <a href="#main" className={classes['skip']}>
        {shellWords.skip}
      </a>
      <header className={classes['header']}>
        <div className={classes['brand']}>
          <Link to={paths.home} className={classes['product'] ?? ''}>
            {productName}
          </Link>
          <span className={classes['organization']}>{organization.name}</span>
          {organization.isSimulated && (
            <span className={classes['simulated']} title={shellWords.simulatedWhy}>
              {shellWords.simulated}
            </span>
          )}
        </div>
        <MainNavigation role={me.role} />
        <AccountMenu me={me} />
      </header>
      <main id="main" tabIndex={-1} className={classes['main']}>
        <Outlet />
      </main>
    </>
  )
}

const useIsOnWall = (role: Role): boolean =>
  useChildMatches({
    select: (matches) =>
      matches.some(
        ({ fullPath, search }) =>
          fullPath === paths.floor && (role === 'floor' || ('wall' in search && search.wall)),
      ),
  })
