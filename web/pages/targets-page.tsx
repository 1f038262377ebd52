import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { signs, target } from '../../shared/balance/contract.ts'
import {
  detectorGroupings,
  targetGroupings,
  type DetectorGrouping,
  type TargetGrouping,
} from '../../shared/balance/words.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { SignList } from '../balance/sign-list.tsx'
import { TargetBasis } from '../balance/target-basis.tsx'
import { TargetChoice } from '../balance/target-choice.tsx'
import { TargetField } from '../balance/target-field.tsx'
import { TargetList } from '../balance/target-list.tsx'
import {
  readTargetSearch,
  usualTargetSeconds,
  type TargetSearch,
} from '../balance/target-search.ts'
import classes from '../balance/target.module.css'
import { NoCallsYet } from '../calls/no-calls-yet.tsx'
import { paths } from '../paths.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'

type Change = (search: TargetSearch) => void

/** What a target for handle time would mean for these calls, and other signs of what does harm. */
export function TargetsPage() {
  const search = readTargetSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change: Change = (next) =>
    void navigate({ to: paths.targets, search: next, resetScroll: false })
  return (
    <>
      <PageHeading
        title="Targets"
        lead="What a target for handle time would mean for the center’s calls. All of it is about targets and processes; none of it is about a person."
      />
      <Realism search={search} onChange={change} />
      <OtherSigns search={search} onChange={change} />
    </>
  )
}

const targetNames: Record<TargetGrouping, string> = { queue: 'Queue', issue: 'Issue' }
const signNames: Record<DetectorGrouping, string> = { queue: 'Queue', team: 'Team' }

function Realism({ search, onChange }: { search: TargetSearch; onChange: Change }) {
  const { seconds = usualTargetSeconds, by = 'issue', group = null } = search
  const answer = useQuery({
    ...ask(target, { query: { seconds, by } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section title={`What ${sayDuration(seconds)} would mean`}>
      <div className={classes['choices']}>
        <TargetField
          seconds={seconds}
          onChange={(chosen) => {
            onChange({ ...search, seconds: chosen })
          }}
        />
        <TargetChoice
          label="For each"
          words={targetGroupings}
          names={targetNames}
          value={by}
          onChange={(chosen) => {
            onChange({ ...withoutGroup(search), by: chosen })
          }}
        />
      </div>
      <Answer to={answer} lines={10}>
        {(given) =>
          given.watermark === null ? (
            <NoCallsYet />
          ) : (
            <div aria-busy={answer.isPlaceholderData} className={classes['busy']}>
              <TargetBasis {...given} anchor="target" of="targets" />
              <TargetList
                target={given}
                by={by}
                openKey={group}
                onOpen={(key) => {
                  onChange({ ...withoutGroup(search), ...(key !== null && { group: key }) })
                }}
              />
            </div>
          )
        }
      </Answer>
    </Section>
  )
}

const withoutGroup = ({ group: _, ...others }: TargetSearch): TargetSearch => others

function OtherSigns({ search, onChange }: { search: TargetSearch; onChange: Change }) {
  const by = search.signs ?? 'queue'
  const answer = useQuery({ ...ask(signs, { query: { by } }), placeholderData: keepPreviousData })
  return (
    <Section
      title="Other signs"
      lead="What a target or a process can do to calls, looked for in each queue or team. Nothing follows from it for a person."
    >
      <div className={classes['choices']}>
        <TargetChoice
          label="In each"
          words={detectorGroupings}
          names={signNames}
          value={by}
          onChange={(chosen) => {
            onChange({ ...search, signs: chosen })
          }}
        />
      </div>
      <Answer to={answer} lines={8}>
        {(given) => (
          <div aria-busy={answer.isPlaceholderData} className={classes['busy']}>
            <TargetBasis {...given} anchor="signs" of="signs" isOpenEnded />
            <SignList signs={given} by={by} />
          </div>
        )}
      </Answer>
    </Section>
  )
}
