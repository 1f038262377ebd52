import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { instant } from '../database/columns.ts'

/** These rows are written by the thousand; each belongs to an organization by its key. */
const organizationId = () => integer('organization_id').notNull()
const count = (name: string) => integer(name).notNull()
const sum = (name: string) => bigint(name, { mode: 'number' }).notNull()

/**
 * Whole-number sums of one rep's legs of one kind on one day (METHOD 2.2). They depend on facts,
 * links and the watermark alone, on no version: a day that has changed is summed up anew.
 */
export const balanceDay = pgTable(
  'balance_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    cellId: integer('cell_id').notNull(),
    /** Every leg, whatever it is: a place that has one is described by the next version. */
    legs: count('legs'),
    /** Legs with a comparable time whose window has closed, with sums of their `microLog`. */
    timed: count('timed'),
    microLogSum: sum('micro_log_sum'),
    microLogSquareSum: sum('micro_log_square_sum'),
    /** The 5 % bin of each of them. */
    bins: smallint().array().notNull(),
    /** Legs that count for the 7-day outcome, and for the 24-hour one. */
    counted: count('counted'),
    resolved: count('resolved'),
    dayCounted: count('day_counted'),
    dayStayed: count('day_stayed'),
    /** Counted legs at least 30 days old, and what followed those that were not resolved. */
    aged: count('aged'),
    agedNotResolved: count('aged_not_resolved'),
    downstreamSum: sum('downstream_sum'),
    downstreamSquareSum: numeric('downstream_square_sum').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day, table.repId, table.cellId] }),
    index('balance_day_of_rep').on(table.organizationId, table.repId, table.day),
  ],
)

/** What can be said of a rep's calls besides time and outcome, by day and issue (METHOD 7). */
export const habitDay = pgTable(
  'habit_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    /** A cell of level 2: queue and issue. */
    cellId: integer('cell_id').notNull(),
    inbound: count('inbound'),
    notLinkable: count('not_linkable'),
    counted: count('counted'),
    handedOn: count('handed_on'),
    hourCounted: count('hour_counted'),
    hourBack: count('hour_back'),
    declared: count('declared'),
    declaredBack: count('declared_back'),
    brief: count('brief'),
    briefEndedByRep: count('brief_ended_by_rep'),
    backBeforeWindow: count('back_before_window'),
    backAfterWindow: count('back_after_window'),
    stayedWith: count('stayed_with'),
    resolved: count('resolved'),
    resolvedSurveyed: count('resolved_surveyed'),
    notResolved: count('not_resolved'),
    notResolvedSurveyed: count('not_resolved_surveyed'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day, table.repId, table.cellId] }),
    index('habit_day_of_rep').on(table.organizationId, table.repId, table.day),
  ],
)

/** Of counted legs that were not handed on: returns on the n-th day of the window (METHOD 4.2). */
export const returnDay = pgTable(
  'return_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    cellId: integer('cell_id').notNull(),
    /** From 1: within 24 hours of the call's start. */
    afterDays: smallint('after_days').notNull(),
    returns: count('returns'),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.day, table.repId, table.cellId, table.afterDays],
    }),
  ],
)

/** What reps typed about calls the system had sorted, by day and issue (METHOD 7, D8). */
export const codeDay = pgTable(
  'code_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    cellId: integer('cell_id').notNull(),
    code: text().notNull(),
    legs: count('legs'),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.day, table.repId, table.cellId, table.code],
    }),
  ],
)

/** One chain, under the day of its last inbound call: what `chain_day` is added up from. */
export const chainEnd = pgTable(
  'chain_end',
  {
    organizationId: organizationId(),
    chainId: bigint('chain_id', { mode: 'number' }).notNull(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    /** A cell of level 2: queue and issue of the first call. */
    cellId: integer('cell_id').notNull(),
    isClosed: boolean('is_closed').notNull(),
    contacts: smallint().notNull(),
    seconds: sum('seconds'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.chainId] }),
    index('chain_end_of_day').on(table.organizationId, table.day),
  ],
)

/** Chains by the day of their last call and the rep who took the first one (METHOD 5). */
export const chainDay = pgTable(
  'chain_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    /** A cell of level 2: queue and issue of the first call. */
    cellId: integer('cell_id').notNull(),
    closed: count('closed'),
    open: count('open'),
    contacts: count('contacts'),
    secondsSum: sum('seconds_sum'),
    secondsSquareSum: numeric('seconds_square_sum').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day, table.repId, table.cellId] }),
  ],
)

/** How many legs took how many seconds, by what became of them: for targets, without any rep. */
export const secondsDay = pgTable(
  'seconds_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    cellId: integer('cell_id').notNull(),
    seconds: integer().array().notNull(),
    resolved: integer().array().notNull(),
    notResolved: integer('not_resolved').array().notNull(),
    handedOn: integer('handed_on').array().notNull(),
    open: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.day, table.cellId] })],
)

/**
 * A rep's day under the current version: time beside expectation and legs by class, which say
 * what was, and what a fixed baseline expected, which a trend is drawn from.
 */
export const repDay = pgTable(
  'rep_day',
  {
    organizationId: organizationId(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    /** Residuals of log handle time, clamped, in units of 1e-12; squares in 1e-12 too. */
    timed: count('timed'),
    residualSum: sum('residual_sum'),
    residualSquareSum: sum('residual_square_sum'),
    /** Mature legs by class, in the order of `callClasses`. */
    classes: integer().array().notNull(),
    counted: count('counted'),
    resolved: count('resolved'),
    /** Expected resolutions in units of 1e-12, so that any order of adding gives the same bits. */
    expectedSum: sum('expected_sum'),
    /** The version times and classes were described under. */
    version: integer(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day, table.repId] }),
    index('rep_day_of_rep').on(table.organizationId, table.repId, table.day),
  ],
)

/** Legs of the evaluated weeks that are recognized or worth talking about (METHOD 6). */
export const notedLeg = pgTable(
  'noted_leg',
  {
    organizationId: organizationId(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    legNo: smallint('leg_no').notNull(),
    day: date().notNull(),
    repId: integer('rep_id').notNull(),
    class: text({
      enum: ['efficient', 'solved', 'extra_mile', 'hurried', 'needs_support'],
    }).notNull(),
    /** Why it is recognized; empty for legs to talk about. */
    reasons: text().array().notNull(),
    startedAt: instant('started_at').notNull(),
    /** Monday of the week in which the window closed. */
    week: date().notNull(),
    /** Expected seconds of later calls times how often, 0 where nothing is expected; of recognized
     *  legs only. It does not depend on the leg's length. */
    secondsAvoided: doublePrecision('seconds_avoided'),
    cellId: integer('cell_id').notNull(),
    /** Share of hold and wrap-up in the time of a leg that went an extra mile (METHOD 7, D10). */
    besideTalk: doublePrecision('beside_talk'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.legNo] }),
    index('noted_leg_of_day').on(table.organizationId, table.day),
    index('noted_leg_by_time').on(table.organizationId, table.startedAt),
    index('recognized_leg')
      .on(table.organizationId, table.week, table.secondsAvoided, table.callId, table.legNo)
      .where(sql`cardinality(reasons) > 0`),
    index('recognized_leg_of_rep')
      .on(table.organizationId, table.repId, table.week, table.secondsAvoided)
      .where(sql`cardinality(reasons) > 0`),
  ],
)

/** How far an organization's sums have come. */
export const balanceState = pgTable(
  'balance_state',
  {
    organizationId: organizationId(),
    /** The watermark the sums rest on. */
    watermark: instant('watermark'),
    /** The version standings rest on, and the one trends are compared with. */
    version: integer(),
    baseline: integer(),
    /** First and last day of mature legs of the evaluated weeks. */
    fromDay: date('from_day'),
    toDay: date('to_day'),
    /** Goes up with every change of what the questions answer. */
    revision: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
)
