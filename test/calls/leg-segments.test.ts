import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { legSegments } from '../../web/calls/leg-segments.ts'
import { sayGap } from '../../web/calls/say-gap.ts'
import { sayOrdinal } from '../../web/calls/say-ordinal.ts'

const startedAt = '2026-03-02T09:00:00Z'
const after = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1000).toISOString()

type Leg = CallPage['legs'][number]
const leg: Leg = {
  legNo: 1,
  rep: { id: 1, name: 'Ana Ruiz' },
  queue: null,
  answeredAt: after(50),
  endedAt: null,
  ringSeconds: 8,
  talkSeconds: 100,
  holdSeconds: 20,
  wrapSeconds: 30,
  talkIncludesHold: false,
  ending: 'completed',
  endedBy: 'customer',
  isNeutral: false,
  isHandedOn: false,
  time: null,
  percentile: null,
  later: null,
}
const call: CallPage = {
  callId: 1,
  source: 'aircall',
  externalId: 'C-1',
  version: null,
  startedAt,
  answeredAt: after(50),
  endedAt: null,
  direction: 'inbound',
  queue: null,
  issue: null,
  audience: null,
  language: null,
  customer: null,
  isAbandoned: false,
  queueSeconds: 28,
  ivrSeconds: 14,
  disposition: null,
  csat: null,
  recordingUrl: null,
  outcome: {
    outcome: 'open',
    state: 'provisional',
    source: 'none',
    knownFrom: null,
    isLinkable: false,
  },
  position: null,
  watermark: null,
  legs: [leg],
  offers: [],
  chain: [],
  evidence: [],
  conflicts: [],
  reflections: [],
  viewerMay: { reflect: false, verify: false },
}

describe('a call as stretches of time', () => {
  test('menu and waiting first, then ringing, talk, hold and after-call work', () => {
    expect(legSegments(call)).toEqual({
      seconds: 200,
      rows: [
        {
          legNo: null,
          segments: [
            { kind: 'menu', from: 0, seconds: 14 },
            { kind: 'waiting', from: 14, seconds: 28 },
          ],
        },
        {
          legNo: 1,
          segments: [
            { kind: 'ringing', from: 42, seconds: 8 },
            { kind: 'talk', from: 50, seconds: 100 },
            { kind: 'hold', from: 150, seconds: 20 },
            { kind: 'wrap', from: 170, seconds: 30 },
          ],
        },
      ],
    })
  })

  test('hold inside talk is not drawn a second time', () => {
    const { rows, seconds } = legSegments({ ...call, legs: [{ ...leg, talkIncludesHold: true }] })
    expect(rows[1]?.segments.map(({ kind }) => kind)).toEqual(['ringing', 'talk_with_hold', 'wrap'])
    expect(seconds).toBe(180)
  })

  test('a leg without an answering time follows the one before', () => {
    const second = { ...leg, legNo: 2, answeredAt: null, ringSeconds: 5 }
    const { rows } = legSegments({ ...call, legs: [leg, second] })
    expect(rows[2]?.segments[0]).toEqual({ kind: 'ringing', from: 200, seconds: 5 })
  })

  test('nothing begins before the call or ends after the axis, whatever was recorded', () => {
    const seconds = fc.option(fc.integer({ min: 0, max: 10_000 }))
    const legs = fc.array(
      fc.record({
        ringSeconds: seconds,
        talkSeconds: seconds,
        holdSeconds: seconds,
        wrapSeconds: seconds,
        talkIncludesHold: fc.boolean(),
        answeredAt: fc.option(fc.integer({ min: -60, max: 10_000 }).map(after)),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(legs, seconds, (given, queueSeconds) => {
        const drawn = legSegments({
          ...call,
          queueSeconds,
          legs: given.map((parts, place) => ({ ...leg, ...parts, legNo: place + 1 })),
        })
        for (const segment of drawn.rows.flatMap(({ segments }) => segments)) {
          expect(segment.from).toBeGreaterThanOrEqual(0)
          expect(segment.from + segment.seconds).toBeLessThanOrEqual(drawn.seconds)
        }
      }),
    )
  })
})

test.each([
  [20, '1 minute'],
  [1_200, '20 minutes'],
  [7_200, '2 hours'],
  [86_400, '1 day'],
  [3.2 * 86_400, '3 days'],
])('%d seconds between two contacts are %s', (seconds, words) => {
  expect(sayGap(startedAt, after(seconds))).toBe(words)
})

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [22, '22nd'],
])('%d is the %s', (place, words) => {
  expect(sayOrdinal(place)).toBe(words)
})
