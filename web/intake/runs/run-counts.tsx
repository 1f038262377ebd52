import { type ImportRun } from '../../../shared/intake/import-run.ts'
import { CdrMatchSaid } from '../cdr-match-said.tsx'
import { CountedReasons } from '../counted-reasons.tsx'
import { ruleName } from '../rule-words.ts'
import { importWords, refusalName, sayNumber } from '../words.ts'
import classes from './runs.module.css'
import { runWords } from './words.ts'

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

/** What came of every record of an import, with the reasons. */
export function RunCounts({ run }: { run: ImportRun }) {
  const nameOf = (count: (typeof counts)[number]) =>
    count === 'accepted' && run.isDryRun ? runWords.would : importWords[count]
  return (
    <>
      <dl className={classes['counts']}>
        {counts
          .filter((count) => run[count] > 0 || alwaysShown.includes(count))
          .map((count) => (
            <div key={count}>
              <dt>{nameOf(count)}</dt>
              <dd>{sayNumber(run[count])}</dd>
            </div>
          ))}
      </dl>
      <CdrMatchSaid match={run.cdrMatch} />
      <CountedReasons
        title={importWords.ignoredWhy}
        given={run.ignoredByRule.map(({ rule, count }) => ({ name: ruleName(rule), count }))}
      />
      <CountedReasons
        title={importWords.refusedWhy}
        given={run.refusedByReason.map(({ reason, count }) => ({
          name: refusalName(reason),
          count,
        }))}
      />
    </>
  )
}
