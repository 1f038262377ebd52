import { type RecognitionReason } from '../balance/automatic-recognition.ts'
import { type ShownRecognition } from './floor.ts'

type Recognized = {
  reasons: readonly RecognitionReason[]
  /** Of the rep's own leg; null where it is not known. */
  handleSeconds: number | null
  issue: string | null
}

/**
 * What the board says of a recognized call: the whole minutes it took where it is recognized for
 * having taken them (METHOD 6, R1), and no time at all where it ended a chain of calls.
 */
export function shownRecognition(id: string, call: Recognized): ShownRecognition {
  const { reasons, handleSeconds, issue } = call
  const isForItsLength = reasons.includes('extra_mile') && handleSeconds !== null
  return { id, minutes: isForItsLength ? Math.max(1, Math.round(handleSeconds / 60)) : null, issue }
}
