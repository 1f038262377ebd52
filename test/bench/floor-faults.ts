import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../../server/database/embedded.ts'
import { loadBefore, openLog, withHome } from './bench-home.ts'
import { quantile } from './balance-measure.ts'
import { newSecret, openCenter } from './kill-center.ts'
import { type House, openFaultHouse } from './fault-house.ts'
import { randomFrom } from './random-from.ts'

const options = {
  runs: { type: 'string', default: '500' },
  watchers: { type: 'string', default: '20' },
  seed: { type: 'string', default: '1' },
} as const

const log = openLog('floor-faults')
/** Within this of the recovery every watcher has the server's floor. */
const recoveryMillisecondsMost = 5_000
/** Watched beyond that, to tell how much too late it was. */
const watchedMilliseconds = 45_000
const lookMilliseconds = 50
/** How long a network is away, in milliseconds. */
const [shortestAway, longestAway] = [200, 4_000]
const beforeMillisecondsMost = 500

/**
 * What is done to the house; it resolves when all that was broken is whole again, with how long
 * that took in milliseconds.
 */
type Fault = {
  name: string
  weight: number
  bring: (house: House, milliseconds: number) => Promise<number>
}

type Ways = (house: House) => readonly { setWay: (way: 'open' | 'cut' | 'silent') => void }[]

const away = (name: string, weight: number, way: 'cut' | 'silent', ways: Ways): Fault => ({
  ...{ name, weight },
  bring: async (house, milliseconds) => {
    for (const each of ways(house)) each.setWay(way)
    await wait(milliseconds)
    for (const each of ways(house)) each.setWay('open')
    return milliseconds
  },
})

const killed = (name: string, weight: number, kill: (house: House) => Promise<void>): Fault => ({
  ...{ name, weight },
  bring: async (house) => {
    const beganAt = performance.now()
    await kill(house)
    return Math.round(performance.now() - beganAt)
  },
})

const ofWatchers: Ways = ({ doors }) => doors.map(({ proxy }) => proxy)
const ofDatabase: Ways = ({ databaseWay }) => [databaseWay]

const faults: readonly Fault[] = [
  away('network of the watchers cut', 3, 'cut', ofWatchers),
  away('network of the watchers silent', 3, 'silent', ofWatchers),
  away('network to the database cut', 2, 'cut', ofDatabase),
  away('network to the database silent', 2, 'silent', ofDatabase),
  killed('a server killed', 3, ({ restartServer }) => restartServer(0)),
  killed('database killed', 2, ({ restartDatabase }) => restartDatabase()),
]

/**
 * Two real servers on one database, watchers as browsers are, and a phone system that goes on
 * telling. Something breaks, is mended, and every watcher has to have the floor of its server, and
 * both servers the same one. `--runs 500`, `--watchers 20`, `--seed 1`.
 */
export async function runFloorFaults(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const random = randomFrom(Number(values.seed))
  await log.begin(
    `# Faults of the live floor\n\n${values.runs} runs, two servers, ${values.watchers} watchers, seed ${values.seed}, load ${loadBefore()}\n`,
  )
  await withHome('faults', async (home) => {
    const secret = newSecret()
    const center = await openCenter(join(home, 'data'), secret)
    const { url } = await startEmbedded(center.folder)
    const watchers = Number(values.watchers)
    const house = await openFaultHouse({ center, secret, databaseUrl: url, watchers })
    try {
      const took = await breakAgainAndAgain(house, Number(values.runs), random)
      await conclude(took)
    } finally {
      await house.close()
      await (await startEmbedded(center.folder)).stop()
    }
  })
}

/** How long each recovery took, in milliseconds, by what was broken. */
type Took = Map<string, number[]>

async function breakAgainAndAgain(house: House, runs: number, random: () => number): Promise<Took> {
  const took: Took = new Map()
  await untilEqual(house)
  for (let run = 1; run <= runs; run += 1) {
    const fault = pick(random)
    const away = Math.round(shortestAway + random() * (longestAway - shortestAway))
    await wait(random() * beforeMillisecondsMost)
    const lasted = await fault.bring(house, away)
    const milliseconds = await untilEqual(house)
    took.set(fault.name, [...(took.get(fault.name) ?? []), milliseconds])
    const late = milliseconds > recoveryMillisecondsMost ? ' **late**' : ''
    await log.tell(`* ${run}: ${fault.name}, ${lasted} ms: equal after ${milliseconds} ms${late}`)
  }
  return took
}

async function conclude(took: Took): Promise<void> {
  for (const [name, times] of took) {
    await log.tell(
      `* ${name}: ${times.length} times, median ${quantile(times, 0.5)} ms, most ${quantile(times, 1)} ms`,
    )
  }
  const late = [...took.values()].flat().filter((time) => time > recoveryMillisecondsMost).length
  await log.tell(
    late === 0
      ? `\nEvery watcher had the floor of its server within ${recoveryMillisecondsMost} ms, each time.`
      : `\n${late} times later than ${recoveryMillisecondsMost} ms.`,
  )
  if (late > 0) process.exitCode = 1
}

function pick(random: () => number): Fault {
  const all = faults.reduce((sum, { weight }) => sum + weight, 0)
  let left = random() * all
  for (const fault of faults) {
    left -= fault.weight
    if (left < 0) return fault
  }
  throw new Error('The weights of the faults do not add up.')
}

/** How long it takes, from now, until every watcher and every server has the same floor. */
async function untilEqual(house: House): Promise<number> {
  const beganAt = performance.now()
  await house.setTelling(false)
  while (performance.now() - beganAt < watchedMilliseconds) {
    if (await house.isEqual()) {
      await house.setTelling(true)
      return Math.round(performance.now() - beganAt)
    }
    await wait(lookMilliseconds)
  }
  throw new Error(`Not equal after ${watchedMilliseconds} ms: ${house.differences()}`)
}
