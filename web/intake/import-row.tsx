import { type ImportRun } from '../../shared/intake/import-run.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { TextLink } from '../ui/link.tsx'
import { Row } from '../ui/rows.tsx'
import classes from './import-row.module.css'
import { importWords, refusalName, sayNumber, stateNames } from './words.ts'

const counts = [
  'read',
  'accepted',
  'unchanged',
  'superseded',
  'joined',
  'ignored',
  'refused',
] as const
/** Shown even when nothing happened; the others only when they say something. */
const alwaysShown: readonly string[] = ['read', 'accepted', 'refused']

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
      <dl className={classes['counts']}>
        {counts
          .filter((count) => run[count] > 0 || alwaysShown.includes(count))
          .map((count) => (
            <div key={count}>
              <dt>{importWords[count]}</dt>
              <dd>{sayNumber(run[count])}</dd>
            </div>
          ))}
      </dl>
      <Reasons
        title={importWords.ignoredWhy}
        given={run.ignoredByRule.map(({ rule, count }) => ({ name: rule, count }))}
      />
      <Reasons
        title={importWords.refusedWhy}
        given={run.refusedByReason.map(({ reason, count }) => ({
          name: refusalName(reason),
          count,
        }))}
      />
      {run.refused > 0 && (
        <TextLink
          to={paths.refusedLines}
          params={{ importId: run.id }}
          aria-label={importWords.showLinesOf(run.name)}
        >
          {importWords.showLines}
        </TextLink>
      )}
    </Row>
  )
}

function Reasons({ title, given }: { title: string; given: { name: string; count: number }[] }) {
  if (given.length === 0) return null
  return (
    <ul aria-label={title} className={classes['reasons']}>
      {given.map(({ name, count }) => (
        <li key={name}>
          <span className={classes['count']}>{sayNumber(count)}</span> {name}
        </li>
      ))}
    </ul>
  )
}
