import { share, type Share } from '../measure/share.ts'
import { type TooFew } from '../measure/too-few.ts'

/**
 * Which share of answers is satisfied? Answers 4 and 5 of 1..5, with their Wilson interval; shown
 * with the number of answers, and never mixed into resolution. Withheld under ten answers.
 * Example: 42, 32, 10, 9, 14 answers from 5 down to 1: 0.691589. Source: METHOD 1 (V1).
 */
export function customerSatisfaction(answers: Record<1 | 2 | 3 | 4 | 5, number>): Share | TooFew {
  const satisfied = answers[4] + answers[5]
  return share(satisfied, satisfied + answers[3] + answers[2] + answers[1])
}
