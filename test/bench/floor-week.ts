import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parseArgs } from 'node:util'
import { runInNewContext } from 'node:vm'
import { type Database } from '../../server/database/connect.ts'
import { hearEvents, type HeardEvent } from '../../server/floor/hear-events.ts'
import { keepFloors } from '../../server/floor/keep-floors.ts'
import { clock as realClock } from '../../server/clock.ts'
import { type PresenceEvent } from '../../shared/floor/presence.ts'
import { repStates } from '../../shared/floor/words.ts'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { newSecret, openCenter, withDatabase } from './kill-center.ts'
import { randomFrom } from './random-from.ts'

const options = {
  days: { type: 'string', default: '7' },
  events: { type: 'string', default: '36000' },
} as const

const dayMilliseconds = 86_400_000
const stepMilliseconds = 30_000
const [reps, queues] = [200, 12]
const source = 'week bench'
const megabyte = 1024 * 1024

type Look = {
  day: number
  heap: number
  resident: number
  lines: number
  tables: number
  messages: number
}

/**
 * A week of a center's events replayed at speed through the floor and its database, with a clock
 * that runs as fast, and what is held in memory and on disk after each day. `--days 7`, `--events
 * 36000` a day.
 */
export async function runFloorWeek(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const load = loadBefore()
  await withHome('week', async (home) => {
    const center = await openCenter(join(home, 'data'), newSecret())
    const looks = await withDatabase(center.folder, (database) =>
      replay(database, Number(values.days), Number(values.events)),
    )
    await publish('floor-week', pageOf(looks, Number(values.events), load))
  })
}

async function replay(database: Database, days: number, eventsPerDay: number): Promise<Look[]> {
  const [organization] = await database.reading<{ id: number }[]>`select id from organization`
  const organizationId = organization?.id ?? 0
  let now = realClock() - days * dayMilliseconds
  let messages = 0
  const floors = keepFloors({
    ...{ database, clock: () => now },
    findWord: () => Promise.resolve(null),
    log: (error) => {
      throw error
    },
  })
  await floors.start()
  const leave = floors.watch(organizationId, () => {
    messages += 1
  })
  await floors.snapshot(organizationId)
  const next = storyOf(randomFrom(1))
  const steps = dayMilliseconds / stepMilliseconds
  const looks: Look[] = [await look(database, 0, messages)]
  for (let day = 1; day <= days; day += 1) {
    for (let step = 0; step < steps; step += 1) {
      now += stepMilliseconds
      const heard = Array.from({ length: Math.round(eventsPerDay / steps) }, () => next(now))
      await hearEvents(database, organizationId, heard, now)
    }
    looks.push(await look(database, day, messages))
    console.log(JSON.stringify(looks.at(-1)))
  }
  leave()
  floors.stop()
  return looks
}

/** Calls that come, are answered by somebody, end, and are never heard of again. */
function storyOf(random: () => number): (now: number) => HeardEvent {
  const open: { call: string; queue: string; state: 'waiting' | 'answered' }[] = []
  let count = 0
  const told = (event: PresenceEvent, at: number): HeardEvent => ({ event, at, customerKey: null })
  return (now) => {
    const at = new Date(now).toISOString()
    if (random() < 0.5) {
      const state = repStates[Math.floor(random() * repStates.length)] ?? 'available'
      const rep = `rep ${Math.floor(random() * reps)}`
      return told({ kind: 'rep', source, at, rep, state }, now)
    }
    const oldest = open[0]
    if (open.length < reps || !oldest) {
      count += 1
      const call = {
        call: `week ${count}`,
        queue: `queue ${count % queues}`,
        state: 'waiting' as const,
      }
      open.push(call)
      return told({ kind: 'call', source, at, ...call }, now)
    }
    if (oldest.state === 'waiting' && random() < 0.8) oldest.state = 'answered'
    else open.shift()
    const state = open[0] === oldest ? 'answered' : 'ended'
    return told({ kind: 'call', source, at, call: oldest.call, queue: oldest.queue, state }, now)
  }
}

async function look(database: Database, day: number, messages: number): Promise<Look> {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, rss } = process.memoryUsage()
  const [stored] = await database.reading<{ lines: number; bytes: number }[]>`
    select (select count(*)::int from line_presence) as lines,
      (pg_total_relation_size('line_presence') + pg_total_relation_size('rep_presence'))::float8
        as bytes`
  const { lines = 0, bytes = 0 } = stored ?? {}
  return {
    day,
    heap: heapUsed / megabyte,
    resident: rss / megabyte,
    lines,
    tables: bytes / megabyte,
    messages,
  }
}

/** The first day fills what a floor holds; after it nothing grows. */
const growthMost = 1.1

const one = (value: number): string => value.toFixed(1)

function pageOf(looks: readonly Look[], events: number, load: string): string {
  const growth = (looks.at(-1)?.heap ?? NaN) / (looks[1]?.heap ?? NaN)
  const isFlat = growth <= growthMost
  return [
    '# A week of events, replayed\n',
    `${events} events a day, ${reps} reps, load ${load} before.\n`,
    '| after day | heap, MB | resident, MB | calls kept | tables, MB | messages told |',
    '| --- | --- | --- | --- | --- | --- |',
    ...looks.map(
      ({ day, heap, resident, lines, tables, messages }) =>
        `| ${day} | ${one(heap)} | ${one(resident)} | ${lines} | ${one(tables)} | ${messages} |`,
    ),
    `\nThe heap after the last day is ${growth.toFixed(2)} times that after the first (${growthMost}: ${isFlat ? 'flat' : '**not flat**'}).`,
    '',
  ].join('\n')
}
