import { Button, Group } from '@mantine/core'
import * as intake from '../../../shared/intake/contract.ts'
import { type ImportRun } from '../../../shared/intake/import-run.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { AskOnceMore } from '../../ui/ask-once-more.tsx'
import { runWords } from './words.ts'

const pausable: readonly ImportRun['state'][] = ['waiting', 'running']
const resumable: readonly ImportRun['state'][] = ['paused', 'interrupted']

/**
 * Pause, resume and cancel, as far as the state of an import allows them. One that reads no upload
 * runs on a command line, and only there it can be stopped.
 */
export function RunOrders({ run }: { run: ImportRun }) {
  const give = useTell(intake.orderImport, { renews: [intake.oneImport, intake.imports] })
  const order = (word: 'pause' | 'resume' | 'cancel') => () => {
    give.mutate({ params: { importId: run.id }, body: { order: word } })
  }
  const isUnderWay = pausable.includes(run.state)
  const isHeld = resumable.includes(run.state)
  if (run.uploadId === null || (!isUnderWay && !isHeld)) return null
  return (
    <>
      <Group gap="sm">
        {isUnderWay && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={runWords.pauseOf(run.name)}
            loading={give.isPending}
            onClick={order('pause')}
          >
            {runWords.pause}
          </Button>
        )}
        {isHeld && (
          <Button
            size="compact-sm"
            aria-label={runWords.resumeOf(run.name)}
            loading={give.isPending}
            onClick={order('resume')}
          >
            {runWords.resume}
          </Button>
        )}
        <AskOnceMore
          {...{ action: runWords.cancel, actionOf: runWords.cancelOf(run.name) }}
          {...{ sure: runWords.sure(run.name), sureWhy: runWords.sureWhy, keep: runWords.keep }}
          isPending={give.isPending}
          onSure={order('cancel')}
        />
      </Group>
      <FailureNote error={give.error} />
    </>
  )
}
