import { Alert } from '@mantine/core'
import { type Preview } from '../../../shared/intake/preview.ts'
import { Empty } from '../../ui/empty.tsx'
import { CdrMatchSaid } from '../cdr-match-said.tsx'
import { CountedReasons } from '../counted-reasons.tsx'
import { ruleName } from '../rule-words.ts'
import { PreviewTable } from './preview-table.tsx'
import classes from './reading.module.css'
import { previewWords } from './words.ts'

/** The beginning of a file as it would be read, and what was passed over in it. */
export function ReadingPreview({ of, zone }: { of: Preview; zone: string | null }) {
  const shown = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      {of.problem !== null && (
        <Alert variant="default" role="alert" title={previewWords.problem}>
          {of.problem}
        </Alert>
      )}
      <CdrMatchSaid match={of.cdrMatch} />
      {of.lines.length === 0 ? (
        <Empty order={3} title={previewWords.none}>
          {previewWords.noneWhy(of.read)}
        </Empty>
      ) : (
        <>
          <p className={classes['soft']}>{previewWords.zone(shown)}</p>
          <PreviewTable lines={of.lines} zone={shown} />
        </>
      )}
      <p className={classes['soft']}>{previewWords.also(of)}</p>
      <CountedReasons
        title={previewWords.passedOver}
        given={of.ignoredByRule.map(({ rule, count }) => ({ name: ruleName(rule), count }))}
      />
    </>
  )
}
