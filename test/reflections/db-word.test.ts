import { beforeEach, describe, expect, it } from 'vitest'
import { findWord } from '../../server/reflections/word-store.ts'
import { watch } from '../../shared/floor/contract.ts'
import * as reflections from '../../shared/reflections/contract.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld('2026-02-03T12:00:00Z')
const daySeconds = 86_400

let center: Center
let rita: Signed
let calls = 0

beforeEach(async () => {
  center = await world.center()
  rita = await center.person('rep', { repId: await center.rep('rita') })
})

/** Shares words on a call of her own. @returns the call */
async function share(whatResolvedIt: string, others = {}): Promise<number> {
  calls += 1
  const externalId = `word ${calls}`
  await center.deliver(
    callRecord({
      ...{ externalId, startedAt: '2026-02-03T08:00:00Z', customer: `+49 30 ${calls}000` },
      legs: [legRecord({ rep: 'rita' })],
    }),
  )
  const params = { callId: await center.callId(externalId) }
  await rita.tell(reflections.record, {
    params,
    body: { outcome: 'resolved', whatResolvedIt, ...others },
  })
  await rita.tell(reflections.share, { params, body: { isShared: true } })
  return params.callId
}

const withdraw = (callId: number) =>
  rita.tell(reflections.share, { params: { callId }, body: { isShared: false } })

/** What the board says, read anew. */
async function word(who: Signed = rita): Promise<string | null> {
  world.clock.pass(11)
  return (await who.ask(watch)).floor.word?.text ?? null
}

const sayings = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map(
  (nth) => `Ask the ${nth} question before you answer.`,
)

describe('the word of the day', () => {
  it('is none while nothing is shared', async () => {
    expect(await word()).toBeNull()
    await share(sayings[0]!)
    const other = await world.center()
    expect(await word(await other.person('admin'))).toBeNull()
  })

  it('is the same all day, for everybody and on every server, whatever is shared meanwhile', async () => {
    for (const saying of sayings) await share(saying)
    world.clock.pass(daySeconds)
    const said = await word()
    expect(sayings).toContain(said)
    for (const more of sayings) {
      await share(`${more} And then listen.`)
      expect(await word(await center.person('supervisor'))).toBe(said)
    }
    const since = new Date(world.clock.now()).setHours(0, 0, 0, 0)
    expect(await findWord(world.database.reading, center.id, since)).toEqual({ text: said })
  })

  it('differs from day to day', async () => {
    for (const saying of sayings) await share(saying)
    const said = new Set<string | null>()
    for (let day = 0; day < 20; day += 1) {
      world.clock.pass(daySeconds)
      said.add(await word())
    }
    expect(said.size).toBeGreaterThan(3)
    world.clock.pass(-20 * daySeconds)
  })

  it('is replaced at once where it is withdrawn, and none is left in the end', async () => {
    const bySaying = new Map<string, number>()
    for (const saying of sayings) bySaying.set(saying, await share(saying))
    world.clock.pass(daySeconds)
    const said: string[] = []
    for (let left = sayings.length; left > 0; left -= 1) {
      const now = await word()
      said.push(now!)
      await withdraw(bySaying.get(now!)!)
    }
    expect(said.sort()).toEqual([...sayings].sort())
    expect(await word()).toBeNull()
  })

  it('is, where nothing was there before, the first one that was shared today', async () => {
    await share(sayings[4]!)
    world.clock.pass(1)
    for (const saying of sayings) await share(saying)
    expect(await word()).toBe(sayings[4])
  })

  it('is none that is older than ninety days', async () => {
    await share(sayings[0]!)
    world.clock.pass(90 * daySeconds)
    expect(await word()).toBe(sayings[0])
    world.clock.pass(daySeconds)
    expect(await word()).toBeNull()
    world.clock.pass(-91 * daySeconds)
  })

  it.each([
    ['is too long, for nothing is cut', `${'word '.repeat(40)}.`],
    ['is too short', 'Fixed it.'],
    ['tells a time', 'We took 45 minutes, and it held.'],
    ['may be a number of a customer’s', 'Call her back at +49 30 471100.'],
    ['has an address', 'Write to rita@example.com about that.'],
    ['has several lines', 'Ask first.\nThen listen to the answer.'],
  ])('is none that %s', async (_, text) => {
    await share(text)
    expect(await word()).toBeNull()
    await share(text, { wordsThatWorked: 'I stay on the line with you.' })
    expect(await word()).toBe('I stay on the line with you.')
  })

  it('is 160 characters long at most, whatever they are', async () => {
    const long = 'ü😀'.repeat(80)
    await share(`${long}ü`)
    expect(await word()).toBeNull()
    await share(long)
    expect(await word()).toBe(long)
  })
})
