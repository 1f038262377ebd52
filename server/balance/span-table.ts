import {
  bigint,
  doublePrecision,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'

/*
 * Sums of the evaluated weeks, one table for each table of days: kept by adding and taking away
 * what a day has gained or lost. Whole numbers only, so that nothing is lost on the way.
 */

const organizationId = () => integer('organization_id').notNull()
const repId = () => integer('rep_id').notNull()
const cellId = () => integer('cell_id').notNull()
const sum = (name: string) => bigint(name, { mode: 'number' }).notNull()

/** Of `balance_day`: what standings rest on. */
export const spanCell = pgTable(
  'span_cell',
  {
    ...{ organizationId: organizationId(), repId: repId(), cellId: cellId() },
    counted: integer().notNull(),
    resolved: integer().notNull(),
    dayCounted: integer('day_counted').notNull(),
    dayStayed: integer('day_stayed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId, table.cellId] })],
)

/** Of `habit_day`. */
export const spanHabit = pgTable(
  'span_habit',
  {
    ...{ organizationId: organizationId(), repId: repId(), cellId: cellId() },
    inbound: sum('inbound'),
    notLinkable: sum('not_linkable'),
    counted: sum('counted'),
    handedOn: sum('handed_on'),
    hourCounted: sum('hour_counted'),
    hourBack: sum('hour_back'),
    declared: sum('declared'),
    declaredBack: sum('declared_back'),
    brief: sum('brief'),
    briefEndedByRep: sum('brief_ended_by_rep'),
    backBeforeWindow: sum('back_before_window'),
    backAfterWindow: sum('back_after_window'),
    stayedWith: sum('stayed_with'),
    resolved: sum('resolved'),
    resolvedSurveyed: sum('resolved_surveyed'),
    notResolved: sum('not_resolved'),
    notResolvedSurveyed: sum('not_resolved_surveyed'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId, table.cellId] })],
)

/** Of `return_day`. */
export const spanReturn = pgTable(
  'span_return',
  {
    ...{ organizationId: organizationId(), repId: repId(), cellId: cellId() },
    afterDays: smallint('after_days').notNull(),
    returns: sum('returns'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.repId, table.cellId, table.afterDays] }),
  ],
)

/** Of `code_day`. */
export const spanCode = pgTable(
  'span_code',
  {
    ...{ organizationId: organizationId(), repId: repId(), cellId: cellId() },
    code: text().notNull(),
    legs: sum('legs'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.repId, table.cellId, table.code] }),
  ],
)

/** Of `chain_day`. */
export const spanChain = pgTable(
  'span_chain',
  {
    ...{ organizationId: organizationId(), repId: repId(), cellId: cellId() },
    closed: sum('closed'),
    open: sum('open'),
    contacts: sum('contacts'),
    secondsSum: sum('seconds_sum'),
    secondsSquareSum: numeric('seconds_square_sum').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId, table.cellId] })],
)

/** Of `seconds_day`, a row for each number of seconds; no rep is in it. */
export const spanSeconds = pgTable(
  'span_seconds',
  {
    ...{ organizationId: organizationId(), cellId: cellId() },
    seconds: integer().notNull(),
    resolved: sum('resolved'),
    notResolved: sum('not_resolved'),
    handedOn: sum('handed_on'),
    open: sum('open'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.cellId, table.seconds] })],
)

/** Of `rep_day`: what is said beside a rep's standing and has no part in it. */
export const repDescription = pgTable(
  'rep_description',
  {
    ...{ organizationId: organizationId(), repId: repId() },
    timed: sum('timed'),
    residualSum: sum('residual_sum'),
    residualSquareSum: sum('residual_square_sum'),
    classes: integer().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId] })],
)

/** A rep's standing over the evaluated weeks by one measure, as it is answered. */
export const standing = pgTable(
  'standing',
  {
    organizationId: organizationId(),
    measure: text({ enum: ['same_issue_7d', 'return_24h'] }).notNull(),
    repId: repId(),
    /** Hash of everything it was computed from: equal inputs need no new computing. */
    inputs: text().notNull(),
    figures: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.measure, table.repId] })],
)

/** Reps whose sums have changed since their standing was computed. */
export const standingDue = pgTable(
  'standing_due',
  { organizationId: organizationId(), repId: repId() },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId] })],
)

/** What a rep's outcomes saved or cost at standard cost (METHOD 5): an explanation. */
export const repLedger = pgTable(
  'rep_ledger',
  {
    ...{ organizationId: organizationId(), repId: repId() },
    savedSeconds: doublePrecision('saved_seconds').notNull(),
    standardErrorSeconds: doublePrecision('standard_error_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.repId] })],
)
