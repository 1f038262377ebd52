import { useNavigate, useSearch } from '@tanstack/react-router'
import { ImportFiles } from '../intake/import-files.tsx'
import { readImportSearch } from '../intake/import-search.ts'
import { importWords } from '../intake/words.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** A file from the disk to calls, step by step; whatever was sent or started is found again. */
export function ImportFilesPage() {
  const search = readImportSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  return (
    <>
      <p>
        <TextLink to={paths.imports}>{importWords.back}</TextLink>
      </p>
      <PageHeading title={importWords.importFiles} lead={importWords.importFilesLead} />
      <ImportFiles
        search={search}
        onChange={(next) => {
          void navigate({
            to: paths.importFiles,
            search: readImportSearch(next),
            resetScroll: false,
          })
        }}
      />
    </>
  )
}
