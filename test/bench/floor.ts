import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadBefore, publish, withHome } from './bench-home.ts'
import { median } from './balance-measure.ts'
import { connectCrowd, type Crowd, openBare, openCrowd, reportOf } from './floor-crowd.ts'
import { inspected, inspectorIn } from './kept-memory.ts'
import { latenciesOf } from './floor-latency.ts'
import { openLoad } from './floor-load.ts'
import { type CrowdReply } from './floor-words.ts'
import { type Center, newSecret, openCenter } from './kill-center.ts'
import { onFolder, type StartedServer, withServer } from './start-program.ts'
import { type Cost, costOf, more } from './process-cost.ts'

const options = {
  watchers: { type: 'string', default: '2000' },
  events: { type: 'string', default: '500' },
  seconds: { type: 'string', default: '20' },
  rounds: { type: 'string', default: '3' },
} as const

/** What is asked: of latency, of the bare server's cost, and of a storm. */
const [drawnMillisecondsMost, costMost, stormSecondsMost] = [500, 1.5, 10]
/** What is measured begins once everybody has settled. */
const settleMilliseconds = 4_000

type Sizes = { watchers: number; events: number; seconds: number }
type Report = Extract<CrowdReply, { told: 'report' }>

/** What one round has measured. */
type Round = {
  latencies: { p50: number; p99: number; most: number; probes: number }
  ours: Cost
  bare: Cost
  stormSeconds: number
  accepted: number
  refused: number
  records: number
  areEqual: boolean
}

/**
 * The live floor under load: how long a change takes to reach the floor every watcher holds, what a
 * watcher costs beside a bare `ws` server that sends the same bytes, and how long it takes when all
 * come back at once. `--watchers 2000`, `--events 500` a second, `--seconds 20`, `--rounds 3`.
 */
export async function runFloor(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const sizes = {
    ...{ watchers: Number(values.watchers), events: Number(values.events) },
    seconds: Number(values.seconds),
  }
  const load = loadBefore()
  await withHome('floor', async (home) => {
    const center = await openCenter(join(home, 'data'), newSecret())
    const rounds: Round[] = []
    for (let round = 0; round < Number(values.rounds); round += 1) {
      rounds.push(await measure(center, sizes))
      console.log(JSON.stringify(rounds.at(-1)))
    }
    await publish('floor', pageOf(rounds, sizes, load))
  })
}

const measure = (center: Center, sizes: Sizes): Promise<Round> =>
  withServer({ ...onFolder(center.folder), NODE_OPTIONS: inspected }, (server) =>
    measureServer(server, center, sizes),
  )

async function measureServer(server: StartedServer, center: Center, sizes: Sizes): Promise<Round> {
  const crowd = openCrowd()
  const { child, output } = server
  const ours = { pid: child.pid ?? 0, inspector: inspectorIn(output()) ?? '' }
  const url = `${server.address.replace('http', 'ws')}/api/floor`
  const load = openLoad(server.address, center.key, sizes.events)
  const connect = (count: number) => connectCrowd(crowd, { url, cookie: center.cookie, count })
  const spend = () => costOf(ours, () => load.run(sizes.seconds))
  try {
    // Whatever a first crowd leaves behind, as compiled code, is not what watchers cost.
    await connect(sizes.watchers)
    await load.run(settleMilliseconds / 1000)
    await connect(1)
    await load.run(settleMilliseconds / 1000)
    const alone = await spend()
    await connect(sizes.watchers)
    await wait(settleMilliseconds)
    await reportOf(crowd)
    const { cost, done: told } = await spend()
    await wait(settleMilliseconds)
    const report = await reportOf(crowd)
    const storm = await crowd.ask({ order: 'storm' })
    await wait(1_000)
    const after = await reportOf(crowd)
    const areEqual = [report, after].every((each) => isOneFloor(each, sizes.watchers))
    const { accepted, refused, records } = told
    await crowd.ask({ order: 'disconnect' })
    return {
      latencies: latenciesOf(told.probes, report.receipts),
      ours: more(alone.cost, cost),
      bare: await measureBare(crowd, report, sizes),
      stormSeconds: storm.told === 'connected' ? storm.milliseconds / 1000 : NaN,
      ...{ accepted, refused, records, areEqual },
    }
  } finally {
    await crowd.stop()
  }
}

const isOneFloor = ({ floors, live }: Report, watchers: number): boolean =>
  floors.length === 1 && live === watchers

/** The same bytes at the same times, to one and to all, from a server that does nothing else. */
async function measureBare(crowd: Crowd, report: Report, { watchers }: Sizes): Promise<Cost> {
  const bare = openBare()
  try {
    const listening = await bare.next()
    const url = listening.told === 'listening' ? listening.url : ''
    bare.send({ first: report.script[0]?.text ?? '' })
    const spend = async (count: number): Promise<Cost> => {
      await connectCrowd(crowd, { url, cookie: '', count })
      await wait(settleMilliseconds)
      const script = report.script.slice(1)
      const { cost } = await costOf(bare.inspected(), () => bare.ask({ script }))
      return cost
    }
    await spend(watchers)
    const alone = await spend(1)
    return more(alone, await spend(watchers))
  } finally {
    await bare.stop()
  }
}

const reached = (is: boolean): string => (is ? 'reached' : '**missed**')

function pageOf(rounds: readonly Round[], sizes: Sizes, load: string): string {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick))
  const p99 = of(({ latencies }) => latencies.p99)
  const cpu = of(({ ours, bare }) => ours.cpu / bare.cpu)
  const ratio = (memory: 'kept' | 'resident'): number =>
    of(({ ours, bare }) => ours[memory] / bare[memory])
  const storm = of(({ stormSeconds }) => stormSeconds)
  const milli = (cost: 'ours' | 'bare'): string =>
    ((of((round) => round[cost].cpu) / sizes.seconds / sizes.watchers) * 1e6).toFixed(0)
  const kilobytes = (cost: 'ours' | 'bare', memory: 'kept' | 'resident'): string =>
    ((of((round) => round[cost][memory]) / sizes.watchers) * 1024).toFixed(1)
  const events = of(({ accepted }) => accepted) / sizes.seconds
  const records = of(({ records: count }) => count) / sizes.seconds
  return [
    '# The live floor under load\n',
    `${sizes.watchers} watchers, ${sizes.events} events a second, ${sizes.seconds} s, medians of ${rounds.length} rounds, load ${load} before.\n`,
    `* taken: ${events.toFixed(0)} events/s and ${records.toFixed(0)} call records/s; refused ${of(({ refused }) => refused)}`,
    `* event accepted until a watcher's floor has it: p50 ${of(({ latencies }) => latencies.p50).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, most ${of(({ latencies }) => latencies.most).toFixed(0)} ms (${drawnMillisecondsMost}: ${reached(p99 <= drawnMillisecondsMost)})`,
    `* processor time for each watcher: ${milli('ours')} µs/s, bare ws ${milli('bare')} µs/s: ${cpu.toFixed(2)} times (${costMost}: ${reached(cpu <= costMost)})`,
    `* memory kept for each watcher: ${kilobytes('ours', 'kept')} KB, bare ws ${kilobytes('bare', 'kept')} KB: ${ratio('kept').toFixed(2)} times (${costMost}: ${reached(ratio('kept') <= costMost)})`,
    `* resident memory for each, with the garbage of connecting: ${kilobytes('ours', 'resident')} KB, bare ws ${kilobytes('bare', 'resident')} KB`,
    `* all come back at once: live after ${storm.toFixed(1)} s (${stormSecondsMost}: ${reached(storm <= stormSecondsMost)})`,
    `* every watcher's floor the same afterwards: ${rounds.every(({ areEqual }) => areEqual) ? 'yes' : '**no**'}`,
    '',
  ].join('\n')
}
