import { type Sight } from '../../shared/roster/sight.ts'
import { addDays } from '../../server/balance/day.ts'
import { sumChains } from '../../server/balance/chain-store.ts'
import { findOpenLegs, sumMature, sumReturns } from '../../server/balance/outcomes-store.ts'
import { sumSeconds } from '../../server/balance/seconds-store.ts'
import { sumSigns } from '../../server/balance/sign-store.ts'
import { sumCells } from '../../server/balance/rep-cell-store.ts'
import { sumWeeks } from '../../server/balance/trend-store.ts'
import { type Reading } from '../../server/database/connect.ts'
import { type Ground, type YardstickName } from './balance-yardsticks.ts'
import { reps } from './balance-facts.ts'

type Row = Record<string, unknown>
/** Numbers under a key, from one row or several; what two ways of counting have to agree on. */
export type Figures = Map<string, number[]>

const groupsLimit = 1_000

const figuresOf = (rows: readonly Row[], keys: readonly string[], of: readonly string[]): Figures =>
  new Map(
    rows.map((row) => [
      keys.map((key) => String(row[key])).join(' '),
      of.map((column) => Number(row[column])),
    ]),
  )

const columns: Record<Exclude<YardstickName, 'outcomes'>, readonly [string[], string[]]> = {
  standing: [
    ['rep', 'cell'],
    ['counted', 'resolved', 'day_counted', 'day_stayed'],
  ],
  standing30: [
    ['rep', 'cell'],
    ['counted', 'resolved', 'day_counted', 'day_stayed'],
  ],
  chains: [['key'], ['closed', 'still_open', 'contacts', 'seconds', 'squares']],
  seconds: [
    ['key', 'seconds'],
    ['resolved', 'not_resolved', 'handed_on', 'still_open'],
  ],
  weeks: [['week'], ['mature', 'resolved', 'expected']],
  signs: [
    ['key'],
    [
      ...['inbound', 'not_linkable', 'hour_counted', 'hour_back', 'declared', 'declared_back'],
      ...['brief', 'brief_rep', 'back_before', 'back_after', 'resolved', 'resolved_surveyed'],
      ...['not_resolved', 'not_resolved_surveyed'],
    ],
  ],
}

/** What a statement over the facts counted. */
export function figuresOfFacts(name: YardstickName, rows: readonly Row[]): Figures {
  if (name !== 'outcomes') return figuresOf(rows, ...columns[name])
  const figures: Figures = new Map()
  const add = (key: string, legs: number): void => {
    figures.set(key, [(figures.get(key)?.[0] ?? 0) + legs])
  }
  for (const row of rows) {
    const legs = Number(row['legs'])
    add('inbound', legs)
    if (row['is_linkable'] !== true) add('not linkable', legs)
    else if (row['is_mature'] !== true) {
      add(
        `open ${String(row['complete_days'])} ${String(row['event_day'])} ${String(row['is_handed_on'])}`,
        legs,
      )
    } else {
      add('counted', legs)
      if (row['event_day'] === null && row['is_handed_on'] === false) add('resolved', legs)
      if (row['event_day'] !== null && row['is_handed_on'] === false)
        add(`returned ${Number(row['event_day'])}`, legs)
    }
  }
  return figures
}

/** What the sums that are kept say, read as the answers read them. */
export async function figuresOfSums(
  name: YardstickName,
  sql: Reading,
  { organizationId, watermark, fromDay, toDay, trendFrom }: Ground,
): Promise<Figures> {
  const sight: Sight = { organizationId, reps: 'all' }
  const days = { from: fromDay, to: null }
  switch (name) {
    case 'standing':
      return figuresOf(
        await sql<Row[]>`
          select rep_id as rep, cell_id as cell, counted, resolved, day_counted, day_stayed
          from span_cell
          where organization_id = ${organizationId} and (counted > 0 or day_counted > 0)`,
        ...columns.standing,
      )
    case 'standing30': {
      const span = { from: addDays(toDay, -59), to: addDays(toDay, -30) }
      const repIds = Array.from({ length: reps }, (_, place) => place + 1)
      const cells = await sumCells(sql, organizationId, { version: 0, ...span, repIds })
      const rows = [...cells.values()].flat()
      return figuresOf(
        rows,
        ['repId', 'cellId'],
        ['counted', 'resolved', 'dayCounted', 'dayStayed'],
      )
    }
    case 'chains':
      return figuresOf(
        await sumChains(sql, sight, { by: 'queue', days, limit: groupsLimit }),
        ['key'],
        ['closed', 'open', 'contacts', 'secondsSum', 'secondsSquareSum'],
      )
    case 'seconds':
      return figuresOf(
        (await sumSeconds(sql, organizationId, { by: 'issue', days, limit: groupsLimit })).flatMap(
          ({ key, seconds, ...of }) =>
            seconds.map((second, place) => ({
              ...{ key, second, resolved: of.resolved[place], notResolved: of.notResolved[place] },
              ...{ handedOn: of.handedOn[place], open: of.open[place] },
            })),
        ),
        ['key', 'second'],
        ['resolved', 'notResolved', 'handedOn', 'open'],
      )
    case 'weeks':
      return figuresOf(
        await sumWeeks(sql, sight, { from: trendFrom }),
        ['startsOn'],
        ['mature', 'resolved', 'expected'],
      )
    case 'outcomes':
      return outcomesOfSums(sql, sight, days, watermark)
    case 'signs':
      return figuresOf(
        await sumSigns(sql, sight, { by: 'queue', days }),
        ['key'],
        [
          ...['inbound', 'notLinkable', 'hourCounted', 'hourBack', 'declared', 'declaredBack'],
          ...['brief', 'briefEndedByRep', 'backBeforeWindow', 'backAfterWindow', 'resolved'],
          ...['resolvedSurveyed', 'notResolved', 'notResolvedSurveyed'],
        ],
      )
  }
}

const windowSeconds = 604_800

async function outcomesOfSums(
  sql: Reading,
  sight: Sight,
  days: { from: string; to: null },
  watermark: Date,
): Promise<Figures> {
  const figures: Figures = new Map()
  const mature = await sumMature(sql, sight, { days })
  figures.set('inbound', [mature.inbound])
  figures.set('not linkable', [mature.notLinkable])
  figures.set('counted', [mature.counted])
  figures.set('resolved', [mature.resolved])
  const returns = await sumReturns(sql, sight, { days, windowDays: windowSeconds / 86_400 })
  for (const [place, legs] of returns.entries()) figures.set(`returned ${place + 1}`, [legs])
  const open = await findOpenLegs(sql, sight, { watermark, windowSeconds, version: 0 })
  for (const { completeDays, eventDay, isHandedOn, legs } of open) {
    const key = `open ${completeDays} ${eventDay} ${isHandedOn}`
    figures.set(key, [(figures.get(key)?.[0] ?? 0) + legs])
  }
  return figures
}

/** How far two ways of adding up the same fractions may differ, relatively. */
const relativeDifferenceLimit = 1e-9

/** @throws where two ways of counting don't agree, saying where */
export function assertSame(what: string, one: Figures, other: Figures): void {
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    const [ours, theirs] = [one.get(key) ?? [], other.get(key) ?? []]
    const places = Math.max(ours.length, theirs.length)
    // A group that is missing has counted nothing.
    const isSame = Array.from({ length: places }, (_, place) => place).every((place) => {
      const [value, counterpart] = [ours[place] ?? 0, theirs[place] ?? 0]
      return Math.abs(value - counterpart) <= relativeDifferenceLimit * Math.max(1, Math.abs(value))
    })
    if (!isSame) throw new Error(`${what} differ at ${key}: ${ours.join()} and ${theirs.join()}`)
  }
}
