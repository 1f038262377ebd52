import { type ImportRun } from '../../shared/intake/import-run.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { TextLink } from '../ui/link.tsx'
import { Row } from '../ui/rows.tsx'
import { importWords, stateNames } from './words.ts'
import { RunCounts } from './runs/run-counts.tsx'
import { RunOrders } from './runs/run-orders.tsx'
import classes from './runs/runs.module.css'

/** One import: what came of every record it read. */
export function ImportRow({ run }: { run: ImportRun }) {
  return (
    <Row
      name={run.isDryRun ? importWords.dryRun(run.name) : run.name}
      under={
        <>
          {importWords.byWay[run.way]} {importWords.from(run.source)},
          <br />
          {importWords.started} <Instant at={run.startedAt} />
        </>
      }
    >
      <p className={classes['state']} data-state={run.state}>
        {stateNames[run.state]}
        {run.failure !== null && `: ${run.failure}`}
      </p>
      <RunCounts run={run} />
      {run.refused > 0 && (
        <TextLink
          to={paths.refusedLines}
          params={{ importId: run.id }}
          aria-label={importWords.showLinesOf(run.name)}
        >
          {importWords.showLines}
        </TextLink>
      )}
      <RunOrders run={run} />
    </Row>
  )
}
