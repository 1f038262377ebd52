import { Button, Group } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import * as intake from '../../../shared/intake/contract.ts'
import { type ReadingOrder } from '../../../shared/intake/reading-order.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { ask } from '../../api/ask.ts'
import { useTell } from '../../api/use-tell.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { RunShown } from './run-shown.tsx'
import { runWords } from './words.ts'

type Props = {
  files: readonly number[]
  order: ReadingOrder
  /** Whether the beginning of the file could be read this way. */
  isReady: boolean
  runs: readonly number[]
  onStarted: (importIds: number[]) => void
  onAnother: () => void
}

/** Tries the whole file, imports it, and shows how far that has come. */
export function StartImport({ files, order, isReady, runs, onStarted, onAnother }: Props) {
  const start = useTell(intake.startImports, {
    renews: [intake.imports, intake.sourceSettings],
    onDone: ({ importIds }) => {
      onStarted(importIds)
    },
  })
  const begin = (isDryRun: boolean) => () => {
    start.mutate({ body: { uploadIds: [...files], reading: order, isDryRun } })
  }
  const started = useQueries({
    queries: runs.map((importId) => ask(intake.oneImport, { params: { importId } })),
  })
  const isImported = started.some(({ data }) => data?.isDryRun === false)
  const isTried = started.some(({ data }) => data?.isDryRun === true)
  return (
    <Section title={runWords.title} lead={runWords.lead}>
      {!isReady && <p>{order.source === '' ? runWords.needsSource : runWords.notYet}</p>}
      {isReady && !isImported && (
        <Group gap="sm">
          <Button
            variant={isTried ? 'default' : 'filled'}
            loading={start.isPending}
            onClick={begin(true)}
          >
            {isTried ? runWords.tryAgain : runWords.try}
          </Button>
          <Button
            variant={isTried ? 'filled' : 'default'}
            loading={start.isPending}
            onClick={begin(false)}
          >
            {isTried ? runWords.importAfter : runWords.import}
          </Button>
        </Group>
      )}
      <FailureNote error={start.error} />
      {runs.map((importId) => (
        <RunShown key={importId} importId={importId} />
      ))}
      {isImported && (
        <p>
          {runWords.waits} <TextLink to={paths.connections}>{runWords.toConnections}</TextLink>
        </p>
      )}
      {isImported && (
        <Group gap="lg">
          <TextLink to={paths.calls}>{runWords.toCalls}</TextLink>
          <TextLink to={paths.imports}>{runWords.toImports}</TextLink>
          <Button variant="default" onClick={onAnother}>
            {runWords.another}
          </Button>
        </Group>
      )}
    </Section>
  )
}
