import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AircallEvent } from '../../../server/intake/adapters/aircall/event.ts'
import { foldAircallEvents } from '../../../server/intake/adapters/aircall/fold-aircall-events.ts'
import { readAircallEvent } from '../../../server/intake/adapters/aircall/read-event.ts'
import { aircallCall, aircallEvents, epoch, user, wrapUp } from './aircall-events.ts'
import { settingsWith } from './adapter-property.ts'

const eventsOf = (documents: readonly unknown[]): AircallEvent[] =>
  documents.map((document) => {
    const reading = readAircallEvent(document)
    if (reading.kind !== 'event') throw new Error(JSON.stringify(reading))
    return reading.event
  })
const fold = (documents: readonly unknown[], names: Record<string, string> = {}) =>
  foldAircallEvents(eventsOf(documents), settingsWith({ names }))?.record ?? null
const at = (second: number) => new Date((epoch + second) * 1000).toISOString().replace('.000', '')

const bob = user(2, 'Bob')
const toBob = { transferred_by: user(1, 'Ann'), transferred_to: bob }

describe('the events of one call', () => {
  it('are no record until it has ended', () => {
    expect(fold([aircallCall('call.created', 0), aircallCall('call.answered', 10)])).toBeNull()
    expect(fold([wrapUp('start', 60, 1)])).toBeNull()
    expect(fold([aircallCall('call.hungup', 60)])?.legs.length).toBe(1)
  })

  it('give the same record in any order, however often each came', () => {
    const all = [
      ...aircallEvents(),
      aircallCall('call.hold', 20),
      aircallCall('call.unhold', 25),
      aircallCall('call.hungup', 60),
      aircallCall('call.tagged', 120, { tags: [{ id: 1, name: 'Billing' }] }),
      wrapUp('start', 60, 1),
      wrapUp('end', 75, 1),
    ]
    const record = fold(all)
    expect(record).toMatchObject({
      queueSeconds: 10,
      disposition: { label: 'Billing' },
      legs: [{ rep: 'Ann', talkSeconds: 45, holdSeconds: 5, wrapSeconds: 15 }],
    })
    const delivered = fc
      .shuffledSubarray([...all, ...all], { minLength: 0 })
      .map((some) => [...all, ...some])
    fc.assert(
      fc.property(
        delivered.chain((some) => fc.shuffledSubarray(some, { minLength: some.length })),
        (some) => {
          expect(fold(some)).toEqual(record)
        },
      ),
    )
  })

  it('give a higher version the more of them are known', () => {
    const parts = [
      aircallCall('call.hungup', 60),
      aircallCall('call.ended', 90),
      wrapUp('start', 60, 1),
      wrapUp('end', 75, 1),
      aircallCall('call.hold', 20),
      aircallCall('call.unhold', 25),
      aircallCall('call.tagged', 500, { tags: [{ name: 'Billing' }] }),
    ]
    const versions = parts.map((_, place) => fold(parts.slice(0, place + 1))?.version ?? -1)
    expect(versions).toEqual([...versions].sort((a, b) => a - b))
    expect(new Set(versions).size).toBe(versions.length)
  })

  it('of one second each count: two tags put on at once, and one of them taken off', () => {
    const [refund, solved] = [{ name: 'Refund' }, { name: 'Solved' }]
    const [one, two] = [{ tags: [solved] }, { tags: [solved, refund] }]
    const first = [aircallCall('call.hungup', 60), aircallCall('call.tagged', 70, one)]
    const both = [...first, aircallCall('call.tagged', 70, two)]
    const [before, after] = [fold(first), fold(both)]
    expect(before?.disposition?.label).toBe('Solved')
    expect(after?.disposition?.label).toContain('Refund')
    expect(after?.version).toBeGreaterThan(before?.version ?? 0)
    const off = [aircallCall('call.untagged', 80, two), aircallCall('call.untagged', 80, one)]
    expect(fold([...both, ...off])?.disposition?.label).toBe('Solved')
    expect(fold([...both, ...off.reverse()])?.disposition?.label).toBe('Solved')
  })

  it('keep their version below that of the whole call where only a tag came later', () => {
    const later = ['call.tagged', 'call.commented', 'call.tagged', 'call.commented', 'call.tagged']
    const written = later.map((name, place) => aircallCall(name, 86_400 + place))
    expect(fold(written)!.version!).toBeLessThan(fold(aircallEvents())!.version!)
  })
})

describe('hold', () => {
  const held = (...events: [string, number][]) =>
    fold([...aircallEvents(), ...events.map(([name, second]) => aircallCall(name, second))])
      ?.legs[0]

  it('is summed, and taken out of talk', () => {
    const leg = held(['call.hold', 20], ['call.unhold', 25], ['call.hold', 30], ['call.unhold', 42])
    expect(leg).toMatchObject({ talkSeconds: 33, holdSeconds: 17, talkIncludesHold: false })
  })

  it('that lasts until the end of the call ends with it', () => {
    expect(held(['call.hold', 50])).toMatchObject({ talkSeconds: 40, holdSeconds: 10 })
  })

  it('is not known where none was told of, and not where its beginning was not', () => {
    const unknown = { talkSeconds: 50, holdSeconds: null, talkIncludesHold: true }
    expect(held()).toMatchObject(unknown)
    expect(held(['call.unhold', 25])).toMatchObject(unknown)
    expect(held(['call.unhold', 15], ['call.hold', 20], ['call.unhold', 25])).toMatchObject(unknown)
  })
})

describe('wrap-up', () => {
  const wrapped = (...events: unknown[]) =>
    fold([...aircallEvents(), ...events])?.legs[0]?.wrapSeconds

  it('is measured, not the setting', () => {
    expect(wrapped(wrapUp('start', 61, 1), wrapUp('end', 81, 1))).toBe(20)
    expect(wrapped()).toBeNull()
  })

  it('is not known while it goes on', () => {
    expect(wrapped(wrapUp('start', 60, 1))).toBeNull()
  })

  it('is this user’s, and begins when their part ends', () => {
    expect(wrapped(wrapUp('start', 60, 2), wrapUp('end', 70, 2))).toBeNull()
    expect(wrapped(wrapUp('start', 300, 1), wrapUp('end', 310, 1))).toBeNull()
  })

  it('ends before the user’s next one', () => {
    const next = [wrapUp('start', 400, 1), wrapUp('end', 420, 1)]
    expect(wrapped(wrapUp('start', 60, 1), ...next)).toBeNull()
  })

  it('is read from the second version of such events too', () => {
    const event = { ...wrapUp('start', 60, 1), event: 'user.wut_start.v2' }
    expect(wrapped(event, wrapUp('end', 65, 1))).toBe(5)
  })
})

describe('a transfer', () => {
  const ended = aircallCall('call.ended', 90, { user: bob, ...toBob })

  it('gives both their own time; whoever answers later was not talked to before', () => {
    const record = fold([
      ...aircallEvents().slice(0, 2),
      aircallCall('call.transferred', 30, toBob),
      aircallCall('call.answered', 36, { user: bob, ...toBob }),
      aircallCall('call.hold', 40, { user: bob }),
      aircallCall('call.unhold', 43, { user: bob }),
      ended,
      wrapUp('start', 30, 1),
      wrapUp('end', 34, 1),
    ])
    expect(record?.answeredAt).toBe(at(10))
    expect(record?.legs).toMatchObject([
      { rep: 'Ann', endedAt: at(30), talkSeconds: 20, ending: 'blind_transfer', wrapSeconds: 4 },
      { rep: 'Bob', answeredAt: at(36), talkSeconds: 21, holdSeconds: 3, ending: 'completed' },
    ])
  })

  it('was announced where the colleague had answered before', () => {
    const record = fold([
      ...aircallEvents().slice(0, 2),
      aircallCall('call.answered', 28, { user: bob }),
      aircallCall('call.transferred', 30, { user: bob, ...toBob }),
      ended,
    ])
    expect(record?.legs).toMatchObject([
      { rep: 'Ann', endedAt: at(28), ending: 'attended_transfer' },
      { rep: 'Bob', answeredAt: at(28), endedAt: at(60), ending: 'completed' },
    ])
  })

  it('of which nobody told when it was taken gives a leg of unknown length', () => {
    const record = fold([
      ...aircallEvents().slice(0, 2),
      aircallCall('call.transferred', 30, toBob),
      ended,
    ])
    expect(record?.legs).toMatchObject([
      { rep: 'Ann', talkSeconds: 20 },
      { rep: 'Bob', answeredAt: null, endedAt: at(60), talkSeconds: null },
    ])
  })

  it('that nobody took is an offer, and the leg handed on', () => {
    const record = fold([
      ...aircallEvents().slice(0, 2),
      aircallCall('call.transferred', 30, toBob),
      aircallCall('call.ended', 90, toBob),
    ])
    expect(record?.legs).toMatchObject([{ rep: 'Ann', ending: 'blind_transfer' }])
    expect(record?.offers).toMatchObject([{ rep: 'Bob', result: 'unknown' }])
  })

  it('to an outside number ends the last leg', () => {
    const record = fold([...aircallEvents(), aircallCall('call.external_transferred', 30)])
    expect(record?.legs).toMatchObject([{ rep: 'Ann', endedAt: at(30), ending: 'blind_transfer' }])
  })

  it('that failed is none, though the call names whom it was meant for', () => {
    const record = fold([
      ...aircallEvents().slice(0, 2),
      aircallCall('call.unsuccessful_transfer', 30, toBob),
      aircallCall('call.ended', 90, toBob),
    ])
    expect(record?.legs).toMatchObject([{ rep: 'Ann', talkSeconds: 50, ending: 'completed' }])
    expect(record?.offers).toMatchObject([{ rep: 'Bob' }])
  })

  it('is seen in the end of a call alone, without its time', () => {
    expect(fold([ended])?.legs).toMatchObject([
      { rep: 'Ann', answeredAt: at(10), talkSeconds: null, ending: null },
      { rep: 'Bob', answeredAt: null, endedAt: at(60), talkSeconds: null },
    ])
  })
})

describe('what else a call says', () => {
  const missed = { answered_at: null, user: {}, missed_call_reason: 'agents_did_not_answer' }

  it('names phones that rang: declined, or not answered', () => {
    const record = fold([
      aircallCall('call.ringing_on_agent', 2),
      aircallCall('call.ringing_on_agent', 2, { user: bob }),
      aircallCall('call.agent_declined', 4, { user: bob }),
      aircallCall('call.ended', 90, missed),
    ])
    expect(record).toMatchObject({ abandoned: true, queueSeconds: 60, legs: [] })
    expect(record?.offers).toMatchObject([
      { rep: 'Ann', result: 'no_answer' },
      { rep: 'Bob', result: 'rejected' },
    ])
  })

  it('has no customer where the number is hidden', () => {
    expect(fold([aircallCall('call.ended', 90, { raw_digits: 'anonymous' })])?.customer).toBeNull()
  })

  it('has no recording at an address that expires', () => {
    const links = { recording: 'https://example.com/a.mp3?X-Amz-Expires=600', asset: null }
    expect(fold([aircallCall('call.ended', 90, links)])?.recordingUrl).toBeNull()
  })

  it('has the queue, the issue, the rep and the claim that the site has chosen', () => {
    const marked = aircallCall('call.ended', 90, {
      teams: [{ name: 'Field' }],
      tags: [{ name: 'Billing' }, { name: 'Fixed' }],
    })
    const names = { queue: 'team', issue: 'tag', rep: 'email', resolved: 'solved, fixed' }
    expect(fold([marked], names)).toMatchObject({
      queue: 'Field',
      issue: 'Billing',
      declaredResolution: 'resolved',
      disposition: { label: 'Billing, Fixed' },
      legs: [{ rep: 'rep1@example.com' }],
    })
    expect(fold([marked])).toMatchObject({
      queue: 'Help line',
      issue: null,
      declaredResolution: null,
    })
    const both = { resolved: 'fixed', not_resolved: 'billing' }
    expect(fold([marked], both)?.declaredResolution).toBeNull()
  })

  it('loses a tag that was taken off again', () => {
    const off = aircallCall('call.untagged', 200, { ended_at: epoch + 60, tags: [] })
    const on = aircallCall('call.tagged', 100, { tags: [{ name: 'Billing' }] })
    expect(fold([...aircallEvents(), on, off])?.disposition).toBeNull()
  })
})
