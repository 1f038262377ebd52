import { setImmediate as breathe } from 'node:timers/promises'
import { ingest } from '../../shared/calls/contract.ts'
import { tellLines, type Api, type Speaker } from './api.ts'
import { asRecord } from './world/as-record.ts'
import { instantWriter } from './world/calendar.ts'
import { dueCalls } from './world/due-calls.ts'
import { type SimulatedCall } from './world/simulated-call.ts'

type Span = {
  days: (day: number) => readonly SimulatedCall[]
  /** Seconds since 1970, excluded. */
  after: number
  /** Seconds since 1970, included. */
  until: number
  /** Records a request; at most as many as the API takes. */
  recordsPerRequest?: number | undefined
}

type Posted = {
  accepted: number
  refused: number
  /** Why the first refused record was refused. */
  firstRefusal: string | null
}

/** After so many calls the rest of the process gets its turn: every three milliseconds or so. */
const callsPerBreath = 250

/** A quarter of what a request may carry: small enough that what it takes is soon forgotten. */
const recordsPerRequestUsual = 2_500

/**
 * Posts what the phone system has to tell between two instants, oldest first, a few thousand records
 * a request, one request after another. While one is stored the next is made.
 *
 * @param told is given every call on its way out
 */
export async function postCalls(
  api: Api,
  phone: Speaker,
  { days, after, until, recordsPerRequest = recordsPerRequestUsual }: Span,
  told: (call: SimulatedCall) => void,
): Promise<Posted> {
  const posted: Posted = { accepted: 0, refused: 0, firstRefusal: null }
  const post = async (lines: readonly string[]) => {
    const reply = await tellLines(api, phone, ingest, lines)
    posted.accepted += reply.accepted
    posted.refused += reply.refused.length
    posted.firstRefusal ??= reply.refused[0]?.message ?? null
  }
  const instant = instantWriter()
  let underWay: Promise<void> = Promise.resolve()
  let lines: string[] = []
  let made = 0
  for (const { call, version } of dueCalls(days, after, until)) {
    told(call)
    lines.push(JSON.stringify(asRecord(call, version, instant)))
    made += 1
    if (made % callsPerBreath === 0) await breathe()
    if (lines.length < recordsPerRequest) continue
    await underWay
    underWay = post(lines)
    // A failure is met at the next `await`; until then it is nobody's unhandled one.
    underWay.catch(() => undefined)
    lines = []
  }
  await underWay
  if (lines.length > 0) await post(lines)
  return posted
}
