import { Progress, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as intake from '../../../shared/intake/contract.ts'
import { type ImportRun } from '../../../shared/intake/import-run.ts'
import { Answer } from '../../api/answer.tsx'
import { ask } from '../../api/ask.ts'
import { paths } from '../../paths.ts'
import { TextLink } from '../../ui/link.tsx'
import { percentOf } from '../files/say-bytes.ts'
import { importWords, stateNames } from '../words.ts'
import { RefusedDownload } from './refused-download.tsx'
import { RunCounts } from './run-counts.tsx'
import { RunOrders } from './run-orders.tsx'
import classes from './runs.module.css'
import { runWords } from './words.ts'

/** While it is read its progress is asked for this often. */
const movingSeconds = 1
/** Somebody else may resume or cancel what is paused. */
const heldSeconds = 5
const moving: readonly ImportRun['state'][] = ['waiting', 'running']
const held: readonly ImportRun['state'][] = ['paused', 'interrupted']

/** One import or trial as it goes on, by itself. */
export function RunShown({ importId }: { importId: number }) {
  const run = useQuery({
    ...ask(intake.oneImport, { params: { importId } }),
    refetchInterval: ({ state: { data } }) => millisecondsUntilNext(data),
  })
  return (
    <Answer to={run} lines={3}>
      {(given) => <Shown run={given} />}
    </Answer>
  )
}

function millisecondsUntilNext(run: ImportRun | undefined): number | false {
  if (!run || moving.includes(run.state)) return movingSeconds * 1_000
  return held.includes(run.state) && heldSeconds * 1_000
}

function Shown({ run }: { run: ImportRun }) {
  const { name, state, isDryRun, bytesRead, bytesInAll } = run
  return (
    <article
      className={classes['run']}
      aria-label={isDryRun ? runWords.trial(name) : runWords.run(name)}
    >
      <Title order={3}>{isDryRun ? runWords.trial(name) : runWords.run(name)}</Title>
      <p role="status" className={classes['state']} data-state={state}>
        {saidOf(run)}
      </p>
      {bytesRead !== null && bytesInAll !== null && state !== 'finished' && (
        <>
          <Progress
            className={classes['bar'] ?? ''}
            aria-label={runWords.progressOf(name)}
            value={percentOf(bytesRead, bytesInAll)}
          />
          <p>{runWords.read(bytesRead, bytesInAll)}</p>
        </>
      )}
      <RunCounts run={run} />
      {run.refused > 0 && (
        <>
          <TextLink
            to={paths.refusedLines}
            params={{ importId: run.id }}
            aria-label={importWords.showLinesOf(name)}
          >
            {importWords.showLines}
          </TextLink>
          <RefusedDownload importId={run.id} />
        </>
      )}
      <RunOrders run={run} />
    </article>
  )
}

function saidOf({ state, isDryRun, failure }: ImportRun): string {
  if (state === 'finished') return isDryRun ? runWords.trialEnded : runWords.ended
  return failure === null ? stateNames[state] : `${stateNames[state]}: ${failure}`
}
