import { type RecognitionReason } from './automatic-recognition.ts'
import { type coachingClasses } from './call-class.ts'
import { type RepPrompt } from './rep-prompt.ts'
import { type StandingLabel } from './standing-label.ts'

/** What a label says on screen. Source: METHOD 3.3. */
export const standingWords: Record<StandingLabel, string> = {
  clearly_above: 'gets more of these calls resolved than usual',
  clearly_below: "fewer of these calls stay resolved than usual; let's look at some together",
  no_clear_difference: 'in line with colleagues on the same kinds of calls',
  not_enough_calls: 'not enough calls to tell',
}

/** Follows `not_enough_calls` where a number can be named (`moreNeeded`). Source: METHOD 3.3. */
export const moreNeededWords = 'about {more} more needed'

/** What a coaching conversation about such a leg starts from. Source: METHOD 6. */
export const coachingWords: Record<(typeof coachingClasses)[number], string> = {
  hurried: 'ended quickly and the customer had to call again',
  needs_support: 'took long and is not solved: what was missing (knowledge, tool, authority)?',
}

/** Said only to a rep whose calls clearly stay resolved less often. Source: METHOD 6. */
export const repPromptWords: Record<RepPrompt, string> = {
  rushed: 'may be rushed; see the hurried calls',
  lacks_support: 'may lack support; see the needs-support calls',
}

/** Why a call is recognized. Source: METHOD 6. */
export const recognitionWords: Record<RecognitionReason, string> = {
  extra_mile: 'went the extra mile',
  chain_ended: 'ended a chain of calls',
}
