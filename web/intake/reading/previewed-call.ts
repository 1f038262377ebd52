import { type Preview } from '../../../shared/intake/preview.ts'
import { sayDuration } from '../../../shared/measure/say-duration.ts'
import { previewWords } from './words.ts'

/** A record of a preview, in the words of its line. */
export type PreviewedCall = {
  startedAt: string | null
  reps: string[]
  queue: string | null
  /** How the customer's number ends; the rest of it is nobody's business here. */
  customerEnds: string | null
  /** What became of it comes first, its times behind: never a time alone. */
  became: string
  times: string[]
}

const endingLength = 4

/** Puts together what a person wants to check of a record, from its fields. */
export function previewedCall(fields: Preview['lines'][number]['fields']): PreviewedCall {
  const values = new Map(fields.map(({ field, value }) => [field, value]))
  const text = (field: string) => values.get(field) ?? null
  const legs = fields.filter(({ field }) => /^legs\.\d+\.rep$/.test(field))
  const customer = text('customer')
  return {
    startedAt: text('startedAt'),
    reps: legs.map(({ value }) => value),
    queue: text('queue'),
    customerEnds: customer === null ? null : customer.slice(-endingLength),
    became: becameOf(text, legs.length),
    times: timesOf(text, legs.length),
  }
}

function becameOf(text: (field: string) => string | null, legs: number): string {
  if (text('abandoned') === 'true') return previewWords.abandoned
  if (legs === 0) return previewWords.notTaken
  const said = text('declaredResolution')
  if (said === 'resolved' || said === 'not_resolved') return previewWords.says[said]
  return previewWords.pending
}

function timesOf(text: (field: string) => string | null, legs: number): string[] {
  const waited = said(text('queueSeconds'), previewWords.waited)
  if (legs === 0) return waited
  const parts = [
    ...said(sumOf(text, legs, 'talkSeconds'), previewWords.talk),
    ...said(sumOf(text, legs, 'holdSeconds'), previewWords.hold),
    ...said(sumOf(text, legs, 'wrapSeconds'), previewWords.wrap),
  ]
  return [...(parts.length > 0 ? parts : [previewWords.noTimes]), ...waited]
}

const said = (seconds: string | null, say: (time: string) => string): string[] =>
  seconds === null ? [] : [say(sayDuration(Number(seconds)))]

/** Of all legs together; not known where one of them is not. */
function sumOf(text: (field: string) => string | null, legs: number, part: string): string | null {
  const parts = Array.from({ length: legs }, (_, place) => text(`legs.${place}.${part}`))
  if (parts.some((each) => each === null)) return null
  return String(parts.reduce((sum, each) => sum + Number(each), 0))
}
