import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import * as intake from '../../shared/intake/contract.ts'
import { ask } from '../api/ask.ts'
import { RefusedLines } from '../intake/refused-lines.tsx'
import { RefusedDownload } from '../intake/runs/refused-download.tsx'
import { refusedWords } from '../intake/words.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** Every record an import refused, with where, why and what it said. */
export function RefusedLinesPage() {
  const { importId } = useParams({ from: '/signed-in/imports/$importId' })
  const { data: run } = useQuery(ask(intake.oneImport, { params: { importId } }))
  return (
    <>
      <p>
        <TextLink to={paths.imports}>{refusedWords.back}</TextLink>
      </p>
      <PageHeading
        title={run ? refusedWords.title(run.name) : refusedWords.titleFallback}
        lead={refusedWords.lead}
      />
      {run && run.refused > 0 && <RefusedDownload importId={importId} />}
      <RefusedLines importId={importId} way={run?.way} />
    </>
  )
}
