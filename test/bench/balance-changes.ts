import { setTimeout as wait } from 'node:timers/promises'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as balance from '../../shared/balance/contract.ts'
import * as calls from '../../shared/calls/contract.ts'
import { addDays } from '../../server/balance/day.ts'
import { findState } from '../../server/balance/state-store.ts'
import { type Home } from './balance-home.ts'
import { median } from './balance-measure.ts'
import { feedName, phoneOf } from './balance-world.ts'

export type Rebuilds = { seconds: number; legs: number; samples: number[] }
/** Seconds from the first byte sent: until the reply, until standings, until every answer. */
export type Corrections = {
  reply: number
  standings: number
  everything: number
  samples: number[]
}

const correctedCalls = 1_000
/** How old the corrected day is: mature, and in the evaluated weeks. */
const correctedDaysAgo = 5
const lookMilliseconds = 20
const patienceSeconds = 600
/** Between changes, so that none waits for what the last one left behind. */
const settledMilliseconds = 1_500

/** Waits until nothing is left to work out, and says how long that took, in seconds. */
export async function waitUntilSummed(home: Home): Promise<number> {
  const { database, loaded } = home
  const beganAt = performance.now()
  for (;;) {
    const [row] = await database.reading<{ days: number }[]>`
      select count(distinct day)::int as days from changed_day where concerns <> 'later'`
    const state = await findState(database.reading, loaded.organizationId)
    if (row?.days === 0 && state.version !== null) return (performance.now() - beganAt) / 1000
    await wait(lookMilliseconds * 10)
  }
}

/** Builds new versions one after another, each until every day is described under it. */
export async function measureRebuilds(address: string, home: Home, times: number) {
  const samples: number[] = []
  let legs = 0
  for (let n = 0; n < times; n += 1) {
    // What the last one left to be worked out has to be done before a version can be built.
    await wait(settledMilliseconds)
    const beganAt = performance.now()
    const reply = await fetch(`${address}${balance.rebuild.path}`, {
      method: 'POST',
      headers: {
        cookie: home.loaded.people.admin,
        'content-type': 'application/json',
        origin: address,
      },
      body: '{}',
    })
    const built = (await reply.json()) as { legs: number; message?: string }
    if (!reply.ok) throw new Error(`Rebuilding was refused: ${built.message ?? reply.status}`)
    await waitFor(address, home, ({ daysWaiting }) => daysWaiting === 0)
    legs = built.legs
    samples.push((performance.now() - beganAt) / 1000)
    console.log(`  rebuilt in ${samples.at(-1)?.toFixed(1)} s`)
  }
  return { seconds: median(samples), legs, samples } satisfies Rebuilds
}

type RepsAnswer = { daysWaiting: number; reps: { mature: number }[] }

async function askReps(address: string, home: Home): Promise<RepsAnswer> {
  const reply = await fetch(`${address}${balance.reps.path}`, {
    headers: { cookie: home.loaded.people.admin },
  })
  return (await reply.json()) as RepsAnswer
}

async function waitFor(
  address: string,
  home: Home,
  isDone: (answer: RepsAnswer) => boolean,
): Promise<void> {
  const until = performance.now() + patienceSeconds * 1000
  while (!isDone(await askReps(address, home))) {
    if (performance.now() > until) throw new Error('What was changed is not seen.')
    await wait(lookMilliseconds)
  }
}

const matureOf = ({ reps }: RepsAnswer): number => reps.reduce((sum, { mature }) => sum + mature, 0)

/**
 * Sends calls of one day again, each under a higher version and with another time; every other
 * one in turn counts for nobody or counts again, which the answer has to show to the call.
 */
export async function measureCorrections(address: string, home: Home, times: number) {
  const samples = { standings: [] as number[], everything: [] as number[], reply: [] as number[] }
  // A run that was cut short may have left calls that count for nobody.
  await send(address, home, await correctedRecords(home, false))
  await waitFor(address, home, ({ daysWaiting }) => daysWaiting === 0)
  await wait(settledMilliseconds)
  for (let n = 0; n < times; n += 1) {
    const isNeutral = n % 2 === 0
    const records = await correctedRecords(home, isNeutral)
    const change = (isNeutral ? -1 : 1) * Math.ceil(records.length / 2)
    const before = matureOf(await askReps(address, home))
    const beganAt = performance.now()
    const since = () => (performance.now() - beganAt) / 1000
    await send(address, home, records)
    samples.reply.push(since())
    await waitFor(address, home, (answer) => matureOf(answer) === before + change)
    samples.standings.push(since())
    await waitFor(address, home, ({ daysWaiting }) => daysWaiting === 0)
    samples.everything.push(since())
    const [standings, everything] = [samples.standings.at(-1), samples.everything.at(-1)]
    console.log(
      `  corrections: standings after ${standings?.toFixed(2)} s, all after ${everything?.toFixed(2)} s`,
    )
    await wait(settledMilliseconds)
  }
  return {
    reply: median(samples.reply),
    standings: median(samples.standings),
    everything: median(samples.everything),
    samples: samples.everything,
  } satisfies Corrections
}

async function send(address: string, home: Home, records: readonly CallRecord[]): Promise<void> {
  const reply = await fetch(`${address}${calls.ingest.path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${home.loaded.people.phoneSystem}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(records),
  })
  const told = (await reply.json()) as { accepted?: number; superseded?: number; refused?: [] }
  if (reply.ok && told.refused?.length === 0) return
  throw new Error(`Corrections were refused: ${JSON.stringify(told).slice(0, 400)}`)
}

type Stored = CallRecord & { customer: number; code: string | null; csatScore: number | null }
type StoredLeg = { rep: string; talkSeconds: number; holdSeconds: number; wrapSeconds: number }

/** Whole calls as their phone system would send them, so that nothing but the change differs. */
async function correctedRecords(home: Home, isNeutral: boolean): Promise<CallRecord[]> {
  const { database, loaded } = home
  const { organizationId } = loaded
  const { toDay } = await findState(database.reading, organizationId)
  const day = addDays(toDay ?? '', -correctedDaysAgo)
  const rows = await database.reading<(Stored & StoredLeg & { endedBy: 'customer' })[]>`
    select c.external_id as "externalId", (c.version + 1)::int as version,
      to_char(c.started_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
      to_char(c.answered_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "answeredAt",
      c.queue, c.issue, c.audience, b.n as customer, c.disposition_code as code,
      c.csat_score as "csatScore", c.declared_resolution as "declaredResolution",
      r.name as rep, l.talk_seconds as "talkSeconds", l.hold_seconds as "holdSeconds",
      l.wrap_seconds as "wrapSeconds", l.ended_by as "endedBy"
    from call c
    join leg l on l.organization_id = c.organization_id and l.call_id = c.id
    join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
    join bench_customer b on b.key = c.customer_key
    where c.organization_id = ${organizationId} and c.started_at >= ${day}::date
      and c.started_at < ${day}::date + 1 and c.issue is not null
      and not exists (
        select from leg other where other.organization_id = c.organization_id
          and other.call_id = c.id and other.leg_no > 1)
    order by c.id limit ${correctedCalls}`
  return rows.map((row, place) => ({
    ...{ source: feedName, externalId: row.externalId, version: row.version ?? 1 },
    ...{ startedAt: row.startedAt, answeredAt: row.answeredAt ?? null, direction: 'inbound' },
    ...{ queue: row.queue ?? null, issue: row.issue ?? null, audience: row.audience ?? null },
    ...{ customer: phoneOf(row.customer), queueSeconds: 20 },
    disposition: { code: row.code },
    declaredResolution: row.declaredResolution ?? null,
    csat: row.csatScore === null ? null : { score: row.csatScore, min: 1, max: 5 },
    legs: [
      {
        ...{ rep: row.rep, queue: row.queue ?? null, talkSeconds: row.talkSeconds + 7 },
        ...{ holdSeconds: row.holdSeconds, wrapSeconds: row.wrapSeconds },
        ...{ ending: 'completed', endedBy: row.endedBy },
        neutral: place % 2 === 0 && isNeutral,
      },
    ],
  }))
}
