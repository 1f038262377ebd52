import { brushOffShare } from './characters.ts'
import { type Issue } from './queues.ts'
import { type SimulatedRep } from './people.ts'
import { type Random } from './random.ts'

/**
 * What became of the conversation: worked on; hurried because others were waiting; ended within
 * seconds without listening; or cut by the line.
 */
export type Manner = 'worked_on' | 'hurried' | 'brushed_off' | 'cut_off'

/** A queue that has kept a caller waiting this long makes reps hurry now and then. */
const pressingWaitSeconds = 75
const hurriedShare = 0.16
const cutOffShare = 0.004

/** @param waited seconds this caller stood in the queue */
export function mannerOf(rep: SimulatedRep, issue: Issue, waited: number, random: Random): Manner {
  if (random() < brushOffShare(rep.character, issue)) return 'brushed_off'
  if (random() < cutOffShare) return 'cut_off'
  const isPressed = waited > pressingWaitSeconds && rep.character !== 'patient_fixer'
  return isPressed && random() < hurriedShare ? 'hurried' : 'worked_on'
}
