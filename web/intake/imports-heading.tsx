import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { importWords } from './words.ts'

/** What the page is for, and the way to the next import. */
export function ImportsHeading({ isAdmin }: { isAdmin: boolean }) {
  if (!isAdmin)
    return <PageHeading title={importWords.titleForSupervisors} lead={importWords.lead} />
  return (
    <PageHeading
      title={importWords.title}
      lead={
        <>
          {importWords.leadForAdmins}{' '}
          <TextLink to={paths.connections}>{importWords.toConnections}</TextLink>.
        </>
      }
      aside={<ButtonLink to={paths.importFiles}>{importWords.importFiles}</ButtonLink>}
    />
  )
}
