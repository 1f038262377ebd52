import { Feeds } from '../intake/feeds.tsx'
import { Imports } from '../intake/imports.tsx'
import { importWords } from '../intake/words.ts'
import { useMe } from '../roster/me.ts'
import { PageHeading } from '../ui/page-heading.tsx'

/** Administrators import; supervisors see how far the sources are. */
export function ImportsPage() {
  const isAdmin = useMe().role === 'admin'
  const title = isAdmin ? importWords.title : importWords.titleForSupervisors
  return (
    <>
      <PageHeading title={title} lead={importWords.lead} />
      {isAdmin && <Imports />}
      <Feeds mayEnd={isAdmin} />
    </>
  )
}
