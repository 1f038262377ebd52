import { type RecognitionReason } from './automatic-recognition.ts'
import { type coachingClasses } from './call-class.ts'
import { type RepPrompt } from './rep-prompt.ts'
import { type StandingLabel } from './standing-label.ts'

/** Whom words are said to: the rep they are about, or somebody who reads about a rep. */
export type Voice = 'you' | 'rep'

/** What a label says on screen, as the rep's supervisor reads it. Source: METHOD 3.3. */
const ofRep: Record<StandingLabel, string> = {
  clearly_above: 'gets more of these calls resolved than usual',
  clearly_below: "fewer of these calls stay resolved than usual; let's look at some together",
  no_clear_difference: 'in line with colleagues on the same kinds of calls',
  not_enough_calls: 'not enough calls to tell',
}

/** The same to the rep: the same statement, the same margins, another person of the verb. */
const toYou: Record<StandingLabel, string> = {
  clearly_above: 'you get more of these calls resolved than usual',
  clearly_below:
    "fewer of your calls stay resolved than is usual for their kinds; let's look at some together",
  no_clear_difference: 'you are in line with colleagues on the same kinds of calls',
  not_enough_calls: 'you have not enough calls yet to tell',
}

export const standingWords: Record<Voice, Record<StandingLabel, string>> = {
  rep: ofRep,
  you: toYou,
}

/** Follows `not_enough_calls` where a number can be named (`moreNeeded`). Source: METHOD 3.3. */
export const moreNeededWords = 'about {more} more needed'

/** What a coaching conversation about such a leg starts from. Source: METHOD 6. */
export const coachingWords: Record<(typeof coachingClasses)[number], string> = {
  hurried: 'ended quickly and the customer had to call again',
  needs_support: 'took long and is not solved: what was missing (knowledge, tool, authority)?',
}

/** Said only of calls that clearly stay resolved less often. Source: METHOD 6. */
export const repPromptWords: Record<Voice, Record<RepPrompt, string>> = {
  rep: {
    rushed: 'These calls may be rushed; see the hurried ones',
    lacks_support: 'These calls may lack support; see those that needed some',
  },
  you: {
    rushed: 'Your calls may be rushed; see the hurried ones',
    lacks_support: 'Your calls may lack support; see those that needed some',
  },
}

/** Why a call is recognized. Source: METHOD 6. */
export const recognitionWords: Record<RecognitionReason, string> = {
  extra_mile: 'went the extra mile',
  chain_ended: 'ended a chain of calls',
}
