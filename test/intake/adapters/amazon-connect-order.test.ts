import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amazonConnect } from '../../../server/intake/adapters/amazon-connect.ts'
import { type KeepDocuments, rejoin } from '../../../server/intake/rejoin.ts'
import { type ReadLine } from '../../../server/intake/read-step.ts'
import { type KeptDocument } from '../../../server/intake/row-outcome.ts'
import { type CallRecord } from '../../../shared/calls/call-record.ts'
import { agent, contact, following } from './contacts.ts'
import { settingsWith } from './adapter-property.ts'
import { linesIn, written } from './reading.ts'

type Json = Record<string, unknown>

/** What is kept of calls, as the table keeps it: of each document the newest state. */
function openShelf(): KeepDocuments {
  const kept = new Map<string, KeptDocument>()
  return async (documents) => {
    for (const document of documents) {
      const key = JSON.stringify([document.call, document.part])
      const before = kept.get(key)
      if (!before || document.version > before.version) kept.set(key, document)
    }
    const calls = new Set(documents.map(({ call }) => call))
    return [...kept.values()].filter(({ call }) => calls.has(call))
  }
}

const withoutKeeping: KeepDocuments = (documents) => Promise.resolve(documents)

/** The calls as they are in the end: of each the highest version. */
async function deliver(deliveries: readonly Json[][], keep: KeepDocuments) {
  const calls = new Map<string, CallRecord>()
  for (const documents of deliveries) {
    const lines = linesIn(amazonConnect, [written(...documents)])
    const joined = await rejoin(lines, { adapter: amazonConnect, settings: settingsWith(), keep })
    for (const record of joined.flatMap(recordOf)) {
      const before = calls.get(record.externalId)
      const isSame = keep !== withoutKeeping && record.version === before?.version
      if (isSame) expect(record).toEqual(before)
      if (!before || (record.version ?? 0) > (before.version ?? 0)) {
        calls.set(record.externalId, record)
      }
    }
  }
  return calls
}

const recordOf = ({ outcome }: ReadLine) => (outcome.kind === 'record' ? [outcome.record] : [])
const repsOf = (calls: ReadonlyMap<string, CallRecord>) =>
  [...calls].map(([id, { legs }]) => [id, ...legs.map(({ rep }) => rep)])

/** The minute of an hour, `09:07`. */
const minute = (of: number): string => `09:${String(of).padStart(2, '0')}`

/** One call of up to five contacts, with a callback and its transfers, and states of each. */
const chain: fc.Arbitrary<Json[]> = fc
  .record({
    transfers: fc.integer({ min: 0, max: 3 }),
    callback: fc.constantFrom('none', 'alone', 'handed on'),
    states: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ transfers, callback, states }) => {
    const ids = ['a', 'b', 'c', 'd'].slice(0, transfers + 1)
    const served = ids.map((id, at): Json => {
      const next = ids[at + 1] ?? (callback === 'none' ? null : 'x')
      const says = {
        NextContactId: next,
        Agent: agent(`rep ${id}`, minute(at * 3 + 1), minute(at * 3 + 4)),
      }
      const before = ids[at - 1]
      if (before === undefined) return contact({ ContactId: id, ...says })
      return following(id, before, {
        InitiationTimestamp: `2026-02-02T${minute(at * 3)}:00Z`,
        ...says,
      })
    })
    const called = following('x', ids.at(-1)!, {
      ...{ InitiationMethod: 'CALLBACK', Agent: agent('rep x', minute(30), minute(35)) },
      NextContactId: callback === 'handed on' ? 'y' : null,
    })
    const onward = following('y', 'x', { Agent: agent('rep y', minute(36), minute(40)) })
    const extra = { none: [], alone: [called], 'handed on': [called, onward] }[callback]
    return [...served, ...extra].flatMap((document, at) =>
      Array.from({ length: states[at] ?? 1 }, (_, state) => ({
        ...document,
        LastUpdateTimestamp: `2026-02-02T10:0${state}:0${at}Z`,
        DisconnectReason: state === 0 ? null : 'CUSTOMER_DISCONNECT',
      })),
    )
  })

/** Any order, with documents delivered again, in any number of deliveries. */
const delivered = (documents: readonly Json[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...documents, ...documents], { minLength: documents.length }),
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
    )
    .map(([order, ends]) => {
      const missing = documents.filter((document) => !order.includes(document))
      const deliveries: Json[][] = [[]]
      for (const [at, document] of [...order, ...missing].entries()) {
        deliveries.at(-1)!.push(document)
        if (ends[at % ends.length]) deliveries.push([])
      }
      return deliveries
    })

describe('the calls are the same', () => {
  it('in whatever order and in however many deliveries their contacts come', async () => {
    const cases = chain.chain((documents) => fc.tuple(fc.constant(documents), delivered(documents)))
    await fc.assert(
      fc.asyncProperty(cases, async ([documents, deliveries]) => {
        const expected = await deliver([documents], withoutKeeping)
        const calls = await deliver(deliveries, openShelf())
        expect(new Map([...calls].sort())).toEqual(new Map([...expected].sort()))
      }),
      { numRuns: 120 },
    )
  })

  it('and never have a leg twice, even where nothing is kept', async () => {
    const cases = chain.chain((documents) => fc.tuple(fc.constant(documents), delivered(documents)))
    await fc.assert(
      fc.asyncProperty(cases, async ([documents, deliveries]) => {
        const calls = await deliver([...deliveries, documents], withoutKeeping)
        expect(repsOf(calls).sort()).toEqual(
          repsOf(await deliver([documents], withoutKeeping)).sort(),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('what comes in between', () => {
  const first = contact({ NextContactId: 'b', Agent: agent('ana', '09:01', '09:06') })
  const second = following('b', 'a', { Agent: agent('bo', '09:08', '09:20') })

  it('a call whose first contact is still to come has what is known of it', async () => {
    const calls = await deliver([[second]], openShelf())
    expect(repsOf(calls)).toEqual([['a', 'bo']])
  })

  it('and is never put in the place of one whose first contact is known', async () => {
    const shelf = openShelf()
    expect(repsOf(await deliver([[first], [second]], shelf))).toEqual([['a', 'ana', 'bo']])
    const alone = { ...first, NextContactId: null }
    expect(repsOf(await deliver([[alone], [second]], withoutKeeping))).toEqual([['a', 'ana']])
  })

  it('each line has one outcome, and one of them brings the call', async () => {
    const keep = openShelf()
    const needs = { adapter: amazonConnect, settings: settingsWith(), keep }
    await rejoin(linesIn(amazonConnect, [written(first)]), needs)
    const lines = await rejoin(linesIn(amazonConnect, [written(second, second)]), needs)
    expect(lines.map(({ outcome }) => outcome.kind).sort()).toEqual(['joined', 'record'])
    expect(lines.flatMap(recordOf)).toMatchObject([{ legs: [{ rep: 'ana' }, { rep: 'bo' }] }])
  })

  it('what is kept is no more than a call is made of', () => {
    const secrets = { ...first, Attributes: { pin: '1234' }, AWSAccountId: '5678' }
    const [line] = linesIn(amazonConnect, [written(secrets)])
    expect(line?.outcome.keep).toMatchObject({ call: 'a', part: 'a' })
    expect(line?.outcome.keep?.text).not.toMatch(/1234|5678/)
    const [alone] = linesIn(amazonConnect, [written(contact())])
    expect(alone?.outcome.keep).toBeUndefined()
  })
})
