import { type Issue } from './queues.ts'

/** How a rep works. The measures of METHOD should find this out from the calls alone. */
export type Character = 'patient_fixer' | 'quick_brush_off' | 'average' | 'beginner'

/** What a rep's way of working does to a call: a factor on its time, log-odds on its outcome. */
type Craft = { pace: number; ease: number }

/** A beginner has learned what colleagues know after this many days at work. */
const daysOfLearning = 80

/** @param days since the rep's first day, 0 on that day */
export function craft(character: Character, issue: Issue, days: number): Craft {
  switch (character) {
    case 'patient_fixer':
      return issue.isHard ? { pace: 1.8, ease: 1.15 } : { pace: 1.2, ease: 0.4 }
    case 'quick_brush_off':
      return { pace: 0.75, ease: -0.3 }
    case 'average':
      return { pace: 1, ease: 0 }
    case 'beginner': {
      const missing = 1 - Math.min(1, Math.max(0, days / daysOfLearning))
      return { pace: 1 + 0.55 * missing, ease: 0.05 - 1.25 * missing }
    }
  }
}

/** How often a call is ended before anything was done about it. */
export function brushOffShare(character: Character, issue: Issue): number {
  if (character !== 'quick_brush_off') return 0.004
  return issue.isHard ? 0.46 : 0.24
}

/** How often a call is handed on, relative to an average rep. */
export const handOnFactors: Readonly<Record<Character, number>> = {
  patient_fixer: 0.45,
  quick_brush_off: 1.7,
  average: 1,
  beginner: 1.5,
}

/** How often "I'll call you back" is said where a call ends without a solution. */
export const promiseShares: Readonly<Record<Character, number>> = {
  patient_fixer: 0.28,
  quick_brush_off: 0.01,
  average: 0.13,
  beginner: 0.1,
}
