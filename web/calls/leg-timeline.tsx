import { type CallPage } from '../../shared/calls/call-page.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { enderNames, endingNames, offerNames, segmentNames } from './call-words.ts'
import { legSegments, type CallRow, type Segment } from './leg-segments.ts'
import classes from './leg-timeline.module.css'

/** The legs of a call along one axis, each also in words. */
export function LegTimeline({ call }: { call: CallPage }) {
  const { rows, seconds } = legSegments(call)
  return (
    <>
      <ol className={classes['rows']}>
        {rows.map((row) => (
          <li key={row.legNo ?? 'before'} className={classes['row']}>
            <p className={classes['name']}>{nameOf(row, call)}</p>
            <Bar segments={row.segments} seconds={seconds} />
            <p className={classes['words']}>{keepTogether(sayRow(row, call))}</p>
          </li>
        ))}
      </ol>
      {call.offers.length > 0 && (
        <p className={classes['words']}>Also rang: {call.offers.map(sayOffer).join('; ')}.</p>
      )}
    </>
  )
}

function Bar({ segments, seconds }: { segments: readonly Segment[]; seconds: number }) {
  const share = (part: number) => `${(100 * part) / Math.max(seconds, 1)}%`
  return (
    <div className={classes['bar']} aria-hidden>
      {segments.map((segment) => (
        <span
          key={segment.kind}
          className={classes['segment']}
          data-kind={segment.kind}
          title={`${segmentNames[segment.kind]} ${sayDuration(segment.seconds)}`}
          style={{ left: share(segment.from), width: share(segment.seconds) }}
        />
      ))}
    </div>
  )
}

function nameOf({ legNo }: CallRow, { legs }: CallPage): string {
  if (legNo === null) return 'Before anybody answered'
  return legs.find((leg) => leg.legNo === legNo)?.rep?.name ?? 'A colleague'
}

function sayRow({ legNo, segments }: CallRow, { legs }: CallPage): string {
  const leg = legs.find((one) => one.legNo === legNo)
  const stretches = segments.map(
    ({ kind, seconds }) => `${segmentNames[kind]} ${sayDuration(seconds)}`,
  )
  const end = [
    ...(leg?.ending != null ? [endingNames[leg.ending]] : []),
    ...(leg && enderNames[leg.endedBy] !== null ? [enderNames[leg.endedBy]] : []),
  ]
  return [...stretches, ...end].join(' · ') || 'no times recorded'
}

function sayOffer({ rep, ringSeconds, result }: CallPage['offers'][number]): string {
  const whom = rep?.name ?? 'a colleague'
  const rang = ringSeconds === null ? '' : ` for ${sayDuration(ringSeconds)}`
  return `${whom}${rang}, ${offerNames[result]}`
}
