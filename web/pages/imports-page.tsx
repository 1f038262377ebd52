import { SavedMappings } from '../intake/columns/saved-mappings.tsx'
import { Feeds } from '../intake/feeds.tsx'
import { ImportsHeading } from '../intake/imports-heading.tsx'
import { Imports } from '../intake/imports.tsx'
import { useMe } from '../roster/me.ts'

/** Administrators import; supervisors see how far the sources are. */
export function ImportsPage() {
  const isAdmin = useMe().role === 'admin'
  return (
    <>
      <ImportsHeading isAdmin={isAdmin} />
      {isAdmin ? (
        <>
          <Imports />
          <SavedMappings />
        </>
      ) : (
        <Feeds mayEnd={false} />
      )}
    </>
  )
}
