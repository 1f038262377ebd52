import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import * as balance from '../../shared/balance/contract.ts'
import { sortAll } from '../../server/calls/sort-anew.ts'
import { measures } from '../../shared/balance/words.ts'
import * as intake from '../../shared/intake/contract.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { callRecord } from '../world/records.ts'
import { type BenchHouse, openBenchHouse } from './differential-house.ts'
import {
  dayOf,
  dayZero,
  instantOf,
  recordOfContact,
  type ReferenceWorld,
} from './differential-world.ts'

/**
 * Random worlds of the method's own reference implementation, delivered to the app as calls, and
 * what its balance then answers beside what the reference implementation says. Prints how many
 * numbers were compared and the largest difference of each kind; fails where one is too large.
 */
const method = '../shared/method'
const worldsByDefault = 200
const dayMilliseconds = 86_400_000
/** What may differ: the last digits of sums of floats; the posterior is on a grid of its own. */
const allowed = { expectation: 1e-9, posterior: 1e-6, count: 0 }
type Kind = keyof typeof allowed

/** Compares that many worlds; says so and does nothing where the reference implementation is missing. */
export async function runDifferential(worlds = worldsByDefault): Promise<void> {
  const isMissing = ['ref.py', 'fuzz_world.py'].some((file) => !existsSync(`${method}/${file}`))
  if (isMissing || spawnSync('python3', ['--version']).status !== 0) {
    console.log(`Skipped: this needs python3 and ${method}.`)
    return
  }
  await compareAll(worlds)
}

async function compareAll(worlds: number): Promise<void> {
  const bench = await openBenchHouse(dayZero + 200 * dayMilliseconds)
  const python = spawn('python3', ['test/bench/differential.py', method, String(worlds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const seen = { expectation: noneYet(), posterior: noneYet(), count: noneYet() }
  let compared = 0
  try {
    for await (const line of createInterface({ input: python.stdout })) {
      const world = JSON.parse(line) as ReferenceWorld
      await compare(bench, world, (kind, name, ours, theirs) => {
        note(seen[kind], `world ${world.seed}: ${name}`, ours, theirs)
      })
      compared += 1
    }
  } finally {
    python.kill()
    await bench.close()
  }
  for (const [kind, { numbers, largest, where }] of Object.entries(seen)) {
    const limit = allowed[kind as Kind]
    console.log(`${kind}: ${numbers} compared, largest difference ${largest} (${where})`)
    if (numbers === 0 || !(largest <= limit)) process.exitCode = 1
  }
  console.log(`${compared} worlds`)
  if (compared !== worlds) process.exitCode = 1
}

type Seen = { numbers: number; largest: number; where: string }
const noneYet = (): Seen => ({ numbers: 0, largest: 0, where: 'nowhere' })
type Told = number | null | undefined
type Note = (kind: Kind, name: string, ours: Told, theirs: Told) => void

/** A number that only one side has differs infinitely. */
function note(seen: Seen, where: string, ours: Told, theirs: Told): void {
  const bothHave = ours != null && theirs != null
  const neitherHas = ours == null && theirs == null
  const difference = bothHave ? Math.abs(ours - theirs) : neitherHas ? 0 : Infinity
  seen.numbers += 1
  if (difference > seen.largest || Number.isNaN(difference)) {
    seen.largest = difference
    seen.where = `${where}: ${ours} and ${theirs}`
  }
}

async function compare(bench: BenchHouse, world: ReferenceWorld, tell: Note): Promise<void> {
  const center = await bench.center()
  const admin = await center.person('admin')
  const caseMix = { audience: false, language: false, positionUpTo: 3, frequencyDays: null }
  await admin.tell(balance.changeCaseMix, { body: caseMix })
  await sortAll(bench.database)
  await deliver(center, world)
  const span = { from: dayOf(0), to: dayOf(world.until - 1) }
  // τ comes from the version before, so it takes two.
  await admin.tell(balance.rebuild, { body: span })
  await admin.tell(balance.rebuild, { body: span })
  await compareStandings(admin, world, span, tell)
  await compareExpectations(bench, center, world, tell)
  await compareChains(bench, center, world, tell)
}

/** A second source holds the watermark where the world has it, whatever came later. */
async function deliver(center: Center, world: ReferenceWorld): Promise<void> {
  const slow = 'slow source'
  const nobody = callRecord({ source: slow, customer: null, direction: 'outbound', legs: [] })
  await center.deliver(
    { ...nobody, startedAt: instantOf(0) },
    ...world.contacts.map(recordOfContact),
  )
  await center.completeUntil(dayZero + world.watermark * 1000)
  const key = await center.key('calls:write')
  const body = { source: slow, completeUntil: instantOf(world.watermark) }
  await key.tell(intake.completeFeed, { body })
}

async function compareStandings(
  reader: Caller,
  { answers }: ReferenceWorld,
  span: { from: string; to: string },
  tell: Note,
): Promise<void> {
  for (const measure of measures) {
    const told = await reader.ask(balance.reps, { query: { measure, ...span } })
    const { tau, reps } = answers.measures[measure]
    tell('posterior', `τ by ${measure}`, told.tau, tau)
    for (const [rep, theirs] of Object.entries(reps)) {
      const ours = told.reps.find((each) => each.rep.name === rep)
      const name = `${rep} by ${measure}`
      tell('count', `legs of ${name}`, ours?.mature, theirs.n)
      tell('count', `resolved of ${name}`, ours?.resolved, theirs.O)
      tell(
        'count',
        `label of ${name}, ${ours?.label} and ${theirs.label}`,
        Number(ours?.label === theirs.label),
        1,
      )
      tell('expectation', `expected of ${name}`, ours?.expected, theirs.E)
      tell('posterior', `median of ${name}`, ours?.effect.median, theirs.median)
      tell('posterior', `2.5 % of ${name}`, ours?.effect.low, theirs.q025)
      tell('posterior', `97.5 % of ${name}`, ours?.effect.high, theirs.q975)
      tell('posterior', `above of ${name}`, ours?.pAbove, theirs.p_above)
      tell('posterior', `below of ${name}`, ours?.pBelow, theirs.p_below)
      tell('posterior', `reliability of ${name}`, ours?.reliability, theirs.reliability)
    }
    if (measure === 'return_24h') continue
    for (const { rep, timeIndex } of told.reps) {
      const theirs = answers.indexes[rep.name]
      tell('count', `timed legs of ${rep.name}`, timeIndex?.legs, theirs?.n)
      tell('posterior', `time index of ${rep.name}`, timeIndex?.value, theirs?.index)
      tell('posterior', `low time index of ${rep.name}`, timeIndex?.low, theirs?.lo)
    }
  }
}

type Band = {
  key: string
  meanLog: number | null
  resolution: number | null
  stay: number | null
  downstreamSeconds: number | null
}

async function compareExpectations(
  { database }: BenchHouse,
  center: Center,
  { answers }: ReferenceWorld,
  tell: Note,
): Promise<void> {
  const sql = database.reading
  const [version] = await sql<{ id: number; logSd: number }[]>`
    select id, log_sd as "logSd" from reference_version
    where organization_id = ${center.id} order by id desc limit 1`
  const bands = await sql<Band[]>`
    select r.name || ' ' || k.queue || ' ' || k.issue || ' ' || k.position as key,
      mean_log as "meanLog", resolution, stay, downstream_seconds as "downstreamSeconds"
    from reference_band b
    join rep r on r.organization_id = b.organization_id and r.id = b.rep_id
    join cell k on k.organization_id = b.organization_id and k.id = b.cell_id
    where b.organization_id = ${center.id} and b.version = ${version?.id ?? 0}`
  const byKey = new Map(bands.map((band) => [band.key, band]))
  tell('expectation', 'σ', version?.logSd, answers.sigma)
  for (const theirs of answers.expectations) {
    const key = `${theirs.rep} ${theirs.path.join(' ')}`
    const ours = byKey.get(key)
    for (const name of ['meanLog', 'resolution', 'stay', 'downstreamSeconds'] as const) {
      tell('expectation', `${name} of ${key}`, ours?.[name], theirs[name])
    }
  }
}

async function compareChains(
  { database }: BenchHouse,
  center: Center,
  { answers }: ReferenceWorld,
  tell: Note,
): Promise<void> {
  const [ours] = await database.reading<Record<string, number>[]>`
    select sum(closed)::int as closed, sum(open)::int as open, sum(contacts)::int as contacts,
      sum(seconds_sum)::float8 as "secondsSum", sum(seconds_square_sum)::float8 as "secondsSquareSum"
    from chain_day where organization_id = ${center.id}`
  for (const [name, theirs] of Object.entries(answers.chains)) {
    tell('count', `${name} of chains`, ours?.[name], theirs)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runDifferential(Number(process.argv[2] ?? worldsByDefault))
}
