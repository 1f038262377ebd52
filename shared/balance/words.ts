import { Type } from 'typebox'
import { standingLabels } from './standing-label.ts'

/** What a standing rests on: the 7-day same-issue outcome, or the 24-hour return (METHOD 3.3). */
export const measures = ['same_issue_7d', 'return_24h'] as const
export type Measure = (typeof measures)[number]

/** What chains can be added up by: never by rep. */
export const chainGroupings = ['queue', 'issue', 'team'] as const
export type ChainGrouping = (typeof chainGroupings)[number]

/** What a target can be looked at by: never by rep. */
export const targetGroupings = ['queue', 'issue'] as const
export type TargetGrouping = (typeof targetGroupings)[number]

export const MeasureWord = Type.Enum([...measures])
export const StandingLabelWord = Type.Enum([...standingLabels])
export const RecognitionReasonWord = Type.Enum(['extra_mile', 'chain_ended'])
export const RepPromptWord = Type.Enum(['rushed', 'lacks_support'])
export const CoachingClassWord = Type.Enum(['hurried', 'needs_support'])

/**
 * What is looked for in a queue or team (METHOD 7); D1 to D3 stand with the target itself. D12 has
 * no place yet: links can't be corrected by hand.
 */
export const detectors = [
  'back_within_hour',
  'rep_hung_up',
  'just_past_window',
  'claims_against_returns',
  'coding_drift',
  'unidentified_customers',
  'padding',
  'survey_steering',
] as const
export type Detector = (typeof detectors)[number]

/** What can be told to one rep about their own calls, none of it a duration. */
export const habits = ['claims', 'hand_ons', 'back_within_hour', 'unidentified_customers'] as const
export type Habit = (typeof habits)[number]

/** What detectors can be looked at by. */
export const detectorGroupings = ['queue', 'team'] as const
export type DetectorGrouping = (typeof detectorGroupings)[number]

export const DetectorWord = Type.Enum([...detectors])
export const HabitWord = Type.Enum([...habits])
