import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { type Counting } from '../../shared/calls/countings.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'

/** Which calls are left where a list is narrowed to what a number counts. */
const countingNames: Record<Counting, string> = {
  window_over: 'calls whose window is over, whatever they are',
  outcome_known: 'decided calls: by customers, about a known issue, with their window over',
  day_known:
    'calls by customers about a known issue that were seen through, with their 24 hours over',
  known_or_open: 'calls by customers about a known issue, decided or still open',
  watched_for_returns: 'calls by customers about a known issue that were not handed on',
  time_compared: 'calls whose time is compared with colleagues’ and whose window is over',
  time_recorded: 'decided calls with a recorded time',
  time_recorded_or_open: 'calls by customers about a known issue with a recorded time',
  back_within_hour: 'calls after which the customer tried again within the hour',
  ended_by_rep: 'calls of at most 30 seconds that were ended from our side',
  back_after_window:
    'calls after which the customer called again within two days of the window’s end',
  solved_then_back: 'calls marked solved after which the customer called again within the window',
  coded: 'calls with a wrap-up code and a known issue',
  long_with_parts: 'long resolved calls of which hold or after-call work is recorded',
  resolved_and_surveyed: 'calls that stayed resolved and whose customer answered the survey',
  closed_chain:
    'answered calls of chains that are closed; queue, issue, team and days are those of the chain',
  open_chain:
    'answered calls of chains that are still open; queue, issue, team and days are those of the chain',
}

/** Which calls a filter leaves besides what its fields show; null where they show all of it. */
export function sayCounted({ counted, uptoSeconds, beyondSeconds }: CallFilter): string | null {
  const side = [
    ...(beyondSeconds === undefined ? [] : [`longer than ${sayDuration(beyondSeconds)}`]),
    ...(uptoSeconds === undefined ? [] : [`${sayDuration(uptoSeconds)} at most`]),
  ]
  if (counted === undefined && side.length === 0) return null
  const named = counted === undefined ? 'calls' : countingNames[counted]
  return `Only ${[named, ...side].join(', ')}.`
}

/** The same filter without it. */
export function withoutCounted(filter: CallFilter): CallFilter {
  const { counted, uptoSeconds, beyondSeconds, ...others } = filter
  return others
}
