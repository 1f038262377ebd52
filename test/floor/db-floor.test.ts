import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { findUsualTimes } from '../../server/floor/help-store.ts'
import { hearEvents, help, offerHelp, setMood, watch } from '../../shared/floor/contract.ts'
import { nobodyThere } from '../../shared/floor/floor.ts'
import { FloorMessage } from '../../shared/floor/floor-message.ts'
import { type PresenceEvent } from '../../shared/floor/presence.ts'
import { beginWatching, watchingAfter } from '../../shared/floor/watching.ts'
import { Compile } from 'typebox/compile'
import { until } from '../intake/until.ts'
import { type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord, legRecord, phone } from '../world/records.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
await world.house.floors.start()
const listening = await world.house.app.listen({ port: 0, host: '127.0.0.1' })
const address = `${listening.replace('http', 'ws')}/api/floor`
const isMessage = Compile(FloorMessage)

const at = (secondsAgo = 0): string => new Date(world.clock.now() - secondsAgo * 1000).toISOString()
const waiting = (call: string, secondsAgo = 0, customer?: string): PresenceEvent => ({
  ...{ kind: 'call', source: phone, at: at(secondsAgo), call, state: 'waiting', queue: 'Billing' },
  ...(customer === undefined ? {} : { customer }),
})
const answered = (call: string): PresenceEvent => ({
  ...{ kind: 'call', source: phone, at: at(), call, state: 'answered', queue: 'Billing' },
})
const rep = (
  name: string,
  state: Extract<PresenceEvent, { kind: 'rep' }>['state'],
  call?: string,
  secondsAgo = 0,
): PresenceEvent => ({
  ...{ kind: 'rep', source: phone, at: at(secondsAgo), rep: name, state, queue: 'Billing' },
  ...(call === undefined ? {} : { call }),
})

/** Why a connection with these headers is not made. */
const refusalOf = (headers: Record<string, string>): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(address, { headers })
    socket.once('error', ({ message }) => {
      resolve(message)
    })
    socket.once('open', () => {
      resolve('none')
    })
  })

/** A watcher with the machine the browser has. */
function openWatcher({ cookie }: Signed) {
  const socket = new WebSocket(address, { headers: { cookie } })
  let { watching } = beginWatching(world.clock.now())
  const kinds: string[] = []
  const hear = (event: Parameters<typeof watchingAfter>[1]) => {
    ;({ watching } = watchingAfter(watching, event))
  }
  hear({ kind: 'opened', at: world.clock.now() })
  socket.on('message', (said: Buffer) => {
    const message: unknown = JSON.parse(said.toString('utf8'))
    if (!isMessage.Check(message)) throw new Error(`No message of the floor: ${said.toString()}`)
    kinds.push(message.kind)
    hear({ kind: 'told', message, at: world.clock.now() })
  })
  return { socket, kinds, floor: () => watching.held?.floor, phase: () => watching.phase }
}

test('what a phone system tells is on every board of the organization a moment later', async () => {
  const center = await world.center()
  const other = await world.center()
  const [display, stranger] = [await center.person('floor'), await other.person('admin')]
  const watcher = openWatcher(display)
  const elsewhere = openWatcher(stranger)
  await until(
    'both are live',
    async () => watcher.phase() === 'live' && elsewhere.phase() === 'live',
  )
  const system = await center.key('calls:write')
  const said = await system.tell(hearEvents, {
    body: [waiting('c1', 40), waiting('c2', 10), rep('ana', 'talking'), { kind: 'dance' }],
  })
  expect(said).toEqual({
    ...{ accepted: 3, unchanged: 0 },
    refused: [
      {
        index: 3,
        field: 'kind',
        message: 'kind must be "rep", "call" or "alive", in an object of its own.',
      },
    ],
  })
  await until('the board shows it', async () => watcher.floor()?.queues['Billing']?.waiting === 2)
  expect(watcher.floor()?.queues['Billing']).toEqual({
    ...{ waiting: 2, waitingSince: world.clock.now() - 40_000, helped: 1 },
  })
  expect(watcher.floor()?.people.onCall).toBe(1)
  expect(JSON.stringify(watcher.floor())).not.toContain('ana')
  const again = await system.tell(hearEvents, { body: [waiting('c1', 40), answered('c2')] })
  expect(again).toEqual({ accepted: 1, unchanged: 1, refused: [] })
  await until('one is not waiting', async () => watcher.floor()?.queues['Billing']?.waiting === 1)
  world.clock.pass(1)
  expect((await display.ask(watch)).floor).toEqual(watcher.floor())
  // The other organization has a floor of its own, which is read as well.
  const theirs = await other.key('calls:write')
  await theirs.tell(hearEvents, { body: [{ kind: 'alive', source: 'theirs', at: at() }] })
  await until('it is heard of there', async () => 'theirs' in (elsewhere.floor()?.sources ?? {}))
  expect(elsewhere.floor()?.queues).toEqual({})
  expect(elsewhere.floor()?.people).toEqual(nobodyThere)
  expect(Object.keys(elsewhere.floor()?.sources ?? {})).toEqual(['theirs'])
  watcher.socket.terminate()
  elsewhere.socket.terminate()
})

test('the day is told from the call records, with what is still open', async () => {
  const center = await world.center()
  await center.rep('ana')
  const call = (waitSeconds: number, says = {}) =>
    callRecord({
      ...{ startedAt: at(7_200), queue: 'Billing', queueSeconds: waitSeconds, legs: [legRecord()] },
      ...says,
    })
  await center.deliver(
    call(5, { declaredResolution: 'resolved' }),
    call(15),
    call(60),
    call(8, { abandoned: true, legs: [] }),
    call(50, { abandoned: true, legs: [] }),
    // Nobody is there: the phone system sends the caller on at once, and no rep answers.
    call(0, { abandoned: false, legs: [] }),
    call(5, { direction: 'outbound' }),
  )
  const { floor } = await (await center.person('rep')).ask(watch)
  expect(floor.days).toEqual({
    Billing: {
      ...{ answered: 3, abandoned: 2, answeredWithinTarget: 2, abandonedWithinTarget: 1 },
      ...{
        sentElsewhere: 1,
        resolved: 1,
        open: 2,
        linkable: 6,
        returns: 0,
        usualWaitSeconds: null,
      },
    },
  })
})

test('a word to everybody stands on the board at once, until it is taken off', async () => {
  const center = await world.center()
  const [leader, member] = [await center.person('supervisor'), await center.person('rep')]
  const watcher = openWatcher(member)
  await until('the board is live', async () => watcher.phase() === 'live')
  // The clock stands still: nobody waits for the numbers of the day to be read anew.
  await leader.tell(setMood, { body: { text: 'Storm in the north: be patient with us.' } })
  await until('it is there', async () => watcher.floor()?.mood?.text.startsWith('Storm') === true)
  expect(await member.refused(setMood, { body: { text: 'x' } })).toMatchObject({ status: 403 })
  await leader.tell(setMood, { body: { text: null } })
  await until('it is gone', async () => watcher.floor()?.mood === null)
  watcher.socket.terminate()
})

test('who may be glad of help is found by what is usual in the queue, for those one leads', async () => {
  const center = await world.center()
  const [north, south] = [await center.team('North'), await center.team('South')]
  await center.rep('ana', north)
  await center.rep('ben', south)
  const usual = Array.from({ length: 30 }, (_, place) =>
    callRecord({
      ...{ startedAt: at(86_400 * 3 + place), queue: 'Billing', queueSeconds: 20 },
      legs: [legRecord({ rep: 'ana', holdSeconds: 60, queue: 'Billing' })],
    }),
  )
  const known = '+49 30 999'
  const before = [1, 2].map((days) =>
    callRecord({ startedAt: at(86_400 * days), customer: known, queue: 'Billing' }),
  )
  await center.deliver(...usual, ...before)
  const system = await center.key('calls:write')
  await system.tell(hearEvents, {
    body: [
      ...[answered('held'), rep('ana', 'holding', 'held', 200)],
      ...[answered('short'), rep('ben', 'holding', 'short', 10)],
      ...[waiting('long', 90), waiting('known', 5, known), waiting('new', 5)],
    ],
  })
  const admin = await center.person('admin')
  const { items } = await admin.ask(help)
  expect(items.map(({ rep: who, reasons }) => [who?.name ?? null, ...reasons])).toEqual([
    [
      'ana',
      { kind: 'long_on_hold', since: world.clock.now() - 200_000, usualSeconds: 60, calls: 30 },
    ],
    [
      null,
      { kind: 'long_in_queue', since: world.clock.now() - 90_000, usualSeconds: 20, calls: 30 },
    ],
    [null, { kind: 'called_before', times: 2 }],
  ])
  const southern = await center.person('supervisor', { teamIds: [south] })
  expect((await southern.ask(help)).items.map(({ rep: who }) => who)).toEqual([null, null])
  const [held] = items
  const sent = { params: { lineId: held!.id }, body: { isHelping: true } }
  expect(await southern.refused(offerHelp, sent)).toMatchObject({ reason: 'line_unknown' })
  await admin.tell(offerHelp, sent)
  expect((await admin.ask(help)).items[0]?.helpedBy).toMatch(/^admin/)
})

test('what is usual is counted by calls: their wait where they waited, their holds together', async () => {
  const center = await world.center()
  const legs = (...queues: string[]) =>
    queues.map((queue, place) => legRecord({ rep: `rep ${place}`, queue, holdSeconds: 40 }))
  const calls = Array.from({ length: 30 }, (_, place) =>
    callRecord({
      ...{ startedAt: at(86_400 * 3 + place), queue: 'General', queueSeconds: 480 },
      legs: legs('General', 'Support', 'Support'),
    }),
  )
  const gaveUp = Array.from({ length: 20 }, (_, place) =>
    callRecord({
      ...{ startedAt: at(86_400 * 4 + place), queue: 'Support', queueSeconds: 90 },
      ...{ abandoned: true, legs: [] },
    }),
  )
  await center.deliver(...calls, ...gaveUp)
  const usual = await findUsualTimes(world.database.reading, center.id, 0)
  expect(usual.sort((a, b) => (a.queue < b.queue ? -1 : 1))).toEqual([
    { queue: 'General', waitSeconds: 480, waits: 30, holdSeconds: 40, holds: 30 },
    { queue: 'Support', waitSeconds: 90, waits: 20, holdSeconds: 80, holds: 30 },
  ])
})

test('nobody is said to need help by a phone system that has fallen silent', async () => {
  const center = await world.center()
  const admin = await center.person('admin')
  const before = [1, 2].map((days) =>
    callRecord({ startedAt: at(86_400 * days), customer: '+49 30 777', queue: 'Billing' }),
  )
  await center.deliver(...before)
  const system = await center.key('calls:write')
  await system.tell(hearEvents, { body: [waiting('w', 5, '+49 30 777')] })
  expect((await admin.ask(help)).items).toHaveLength(1)
  world.clock.pass(4 * 60 + 1)
  expect((await admin.ask(help)).items).toEqual([])
  await system.tell(hearEvents, { body: [{ kind: 'alive', source: phone, at: at() }] })
  expect((await admin.ask(help)).items).toHaveLength(1)
})

test('nobody watches without being signed in, and a watcher says one word only', async () => {
  expect(await refusalOf({})).toContain('401')
  const center = await world.center()
  const person = await center.person('rep')
  const foreign = { cookie: person.cookie, origin: 'http://elsewhere.test' }
  expect(await refusalOf(foreign)).toContain('403')
  const watcher = openWatcher(person)
  const closed = new Promise<number>((resolve) => watcher.socket.once('close', resolve))
  await until('live', async () => watcher.phase() === 'live')
  watcher.socket.send('give me everything')
  expect(await closed).toBe(1008)
})

test('who asks again after a gap gets a snapshot', async () => {
  const center = await world.center()
  const watcher = openWatcher(await center.person('rep'))
  await until('live', async () => watcher.phase() === 'live')
  watcher.socket.send('again')
  await until(
    'a second snapshot',
    async () => watcher.kinds.filter((k) => k === 'snapshot').length === 2,
  )
  watcher.socket.terminate()
})
