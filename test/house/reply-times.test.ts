import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { everyEndpoint } from './every-endpoint.ts'
import { lonelyTimes } from './reply-times.ts'

/** Legs are parts of the call whose outcome heads the page. */
const partsOfOneCall = new Set(['legs[]'])

describe.each([...(await everyEndpoint())])('%s', (_, endpoint) => {
  it('gives no handle time without outcome and count', () => {
    expect(lonelyTimes(endpoint.reply, partsOfOneCall)).toEqual([])
  })
})

describe('the search for handle times that stand alone', () => {
  const seconds = Type.Number()
  const outcome = Type.String()

  it('sees that one is there', async () => {
    const show = (await everyEndpoint()).get('GET /api/calls/:callId')!
    expect(lonelyTimes(show.reply).map(({ place }) => place)).toContain('legs[].talkSeconds')
  })

  it.each([
    ['alone', Type.Object({ handleSeconds: seconds })],
    ['of many, without a count', Type.Object({ outcome, meanSeconds: seconds })],
    ['of many, without an outcome', Type.Object({ count: seconds, medianSeconds: seconds })],
    ['where null is allowed', Type.Object({ talkSeconds: Type.Union([seconds, Type.Null()]) })],
    [
      'in a list under an outcome',
      Type.Object({ outcome, reps: Type.Array(Type.Object({ handleSeconds: seconds })) }),
    ],
    ['in a map', Type.Record(Type.String(), Type.Object({ handleTime: seconds }))],
  ])('finds one %s', (_, reply) => {
    expect(lonelyTimes(reply)).toHaveLength(1)
  })

  it.each([
    ['beside its outcome', Type.Object({ outcome, handleSeconds: seconds })],
    [
      'inside what has the outcome',
      Type.Object({ outcome, time: Type.Object({ handleSeconds: seconds }) }),
    ],
    [
      'of many with outcome and count',
      Type.Object({ outcomes: outcome, count: seconds, meanSeconds: seconds }),
    ],
    ['that is how long the customer waited', Type.Object({ queueSeconds: seconds })],
  ])('lets one %s be', (_, reply) => {
    expect(lonelyTimes(reply)).toEqual([])
  })
})
