import { useQuery } from '@tanstack/react-query'
import { summary, type Summary } from '../../shared/calls/contract.ts'
import { type Outcome } from '../../shared/calls/words.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { OutcomeMark } from '../calls/outcome-mark.tsx'
import { outcomeNames } from '../calls/outcome-words.ts'
import { myLineWords } from '../floor/words.ts'
import { paths } from '../paths.ts'
import { SharedReflections } from '../reflections/shared-reflections.tsx'
import { Empty } from '../ui/empty.tsx'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'
import { Section } from '../ui/section.tsx'
import classes from './my-line.module.css'

/** The rep's own calls change when one ends, which the board does not tell of single reps. */
const refreshSeconds = 30

type Props = {
  /** The day, as the filter of calls has it. */
  day: string
  hasRep: boolean
}

/** For the rep alone: what became of their own calls of today, and what others solved. */
export function MyLine({ day, hasRep }: Props) {
  return (
    <>
      <Section title={myLineWords.title} lead={myLineWords.lead}>
        {hasRep ? <OwnCalls day={day} /> : <p>{myLineWords.noRep}</p>}
        {hasRep && (
          <p className={classes['beyond']}>
            <TextLink to={paths.myGrowth}>{myLineWords.toRecognized}</TextLink>
          </p>
        )}
      </Section>
      <Section title={myLineWords.others} lead={myLineWords.othersLead}>
        <SharedReflections
          none={
            <Empty order={3} title={myLineWords.noOthers}>
              {myLineWords.noOthersWhy}
            </Empty>
          }
        />
      </Section>
    </>
  )
}

function OwnCalls({ day }: Pick<Props, 'day'>) {
  const today = { from: day, to: day }
  const own = useQuery({
    ...ask(summary, { query: today }),
    refetchInterval: refreshSeconds * 1_000,
  })
  return (
    <Answer to={own} lines={3}>
      {({ legs, outcomes }) =>
        legs === 0 ? (
          <Empty order={3} title={myLineWords.none}>
            {myLineWords.noneWhy}
          </Empty>
        ) : (
          <>
            <Outcomes outcomes={outcomes} />
            {outcomes.open > 0 && <p className={classes['soft']}>{myLineWords.open}</p>}
            <TextLink to={paths.calls} search={today}>
              {myLineWords.toCalls}
            </TextLink>
          </>
        )
      }
    </Answer>
  )
}

const marked = [
  ['resolved', 'resolved'],
  ['open', 'open'],
  ['notResolved', 'not_resolved'],
] as const satisfies readonly (readonly [keyof Summary['outcomes'], Outcome])[]

const others = [
  ['handedOn', myLineWords.handedOn],
  ['notLinkable', myLineWords.notLinkable],
  ['notCounted', myLineWords.notCounted],
] as const satisfies readonly (readonly [keyof Summary['outcomes'], string])[]

/** What became of them always stands beside what is still open. */
function Outcomes({ outcomes }: Pick<Summary, 'outcomes'>) {
  return (
    <ul className={classes['rows']}>
      {marked.map(([name, outcome]) => (
        <li key={name}>
          <OutcomeMark outcome={outcome} /> <strong>{sayCount(outcomes[name])}</strong>{' '}
          {outcomeNames[outcome]}
        </li>
      ))}
      {others.map(
        ([name, words]) =>
          outcomes[name] > 0 && (
            <li key={name} className={classes['soft']}>
              {sayCount(outcomes[name])} {words}
            </li>
          ),
      )}
    </ul>
  )
}
