import {
  bigint,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { instant } from '../database/columns.ts'
import { organization } from '../roster/table.ts'

const organizationId = () =>
  integer('organization_id')
    .notNull()
    .references(() => organization.id)

/**
 * A cell of the case mix: 0 everything, 1 a queue, 2 an issue in it, 3 that with audience,
 * position and caller frequency. Only what was known when the call was answered (METHOD 2.1).
 */
export const cell = pgTable(
  'cell',
  {
    organizationId: organizationId(),
    id: integer().generatedAlwaysAsIdentity(),
    level: smallint().notNull(),
    parentId: integer('parent_id'),
    queue: text(),
    issue: text(),
    audience: text(),
    language: text(),
    /** 1, 2 or 3 and more. */
    position: smallint(),
    /** 0: none or one call before, 1: two to five, 2: six and more. */
    frequency: smallint(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('cell_is_unique')
      .on(
        table.organizationId,
        table.level,
        table.queue,
        table.issue,
        table.audience,
        table.language,
        table.position,
        table.frequency,
      )
      .nullsNotDistinct(),
  ],
)

/** An immutable state of the reference; every published number names its version. */
export const referenceVersion = pgTable(
  'reference_version',
  {
    organizationId: organizationId(),
    id: integer().notNull(),
    builtAt: instant('built_at').notNull(),
    /** Mature legs of these days are in it, both included, as far as the watermark said. */
    fromDay: date('from_day').notNull(),
    toDay: date('to_day').notNull(),
    watermark: instant('watermark').notNull(),
    legs: bigint({ mode: 'number' }).notNull(),
    reps: integer().notNull(),
    /** Calls the organization had when it was built: a new version is due when many are new. */
    callsSeen: bigint('calls_seen', { mode: 'number' }).notNull(),
    /** Pooled standard deviation of log handle time within cells, in nats; null: too few legs. */
    logSd: doublePrecision('log_sd'),
    /** How much reps differ (τ) as this version uses it: the estimate of the version before. */
    tauSameIssue: doublePrecision('tau_same_issue').notNull().default(0.3),
    tauReturn: doublePrecision('tau_return').notNull().default(0.3),
    /** The estimates from this version's own legs, for the next one, with overdispersion φ. */
    nextTauSameIssue: doublePrecision('next_tau_same_issue').notNull().default(0.3),
    nextTauReturn: doublePrecision('next_tau_return').notNull().default(0.3),
    phiSameIssue: doublePrecision('phi_same_issue'),
    phiReturn: doublePrecision('phi_return'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/**
 * Whole-number sums of a version by cell, from everything to the finest kind, and by rep; rep 0
 * is everybody. Handle times are counted in 5 % bins from `first_bin` on (METHOD 2.2).
 */
export const referenceCell = pgTable(
  'reference_cell',
  {
    organizationId: organizationId(),
    version: integer().notNull(),
    cellId: integer('cell_id').notNull(),
    repId: integer('rep_id').notNull(),
    firstBin: smallint('first_bin').notNull(),
    counts: integer().array().notNull(),
    timed: integer().notNull(),
    microLogSum: bigint('micro_log_sum', { mode: 'number' }).notNull(),
    counted: integer().notNull(),
    resolved: integer().notNull(),
    dayCounted: integer('day_counted').notNull(),
    dayStayed: integer('day_stayed').notNull(),
    aged: integer().notNull(),
    agedNotResolved: integer('aged_not_resolved').notNull(),
    downstreamSum: bigint('downstream_sum', { mode: 'number' }).notNull(),
    downstreamSquareSum: doublePrecision('downstream_square_sum').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.version, table.cellId, table.repId] }),
  ],
)

/** What other reps' calls in a cell usually take, from one rep's place (METHOD 2.4). */
export const referenceBand = pgTable(
  'reference_band',
  {
    organizationId: organizationId(),
    version: integer().notNull(),
    cellId: integer('cell_id').notNull(),
    repId: integer('rep_id').notNull(),
    /** Other reps' calls in the finest cell, and in the whole queue. */
    calls: integer().notNull(),
    queueCalls: integer('queue_calls').notNull(),
    lowSeconds: doublePrecision('low_seconds'),
    medianSeconds: doublePrecision('median_seconds'),
    highSeconds: doublePrecision('high_seconds'),
    /** Whole seconds up to which a leg is short, and from which it is long, for its kind. */
    shortUptoSeconds: integer('short_upto_seconds'),
    longFromSeconds: integer('long_from_seconds'),
    /** Mean log handle time in nats (METHOD 2.3). */
    meanLog: doublePrecision('mean_log'),
    /** Expected resolution and stay of 24 hours, and the others' legs in the finest cell. */
    resolution: doublePrecision(),
    resolutionLegs: integer('resolution_legs').notNull().default(0),
    stay: doublePrecision(),
    stayLegs: integer('stay_legs').notNull().default(0),
    /** Seconds of later handling after a call that was not resolved; and after any, 95 %. */
    downstreamSeconds: doublePrecision('downstream_seconds'),
    usualDownstreamSeconds: doublePrecision('usual_downstream_seconds'),
    usualDownstreamLow: doublePrecision('usual_downstream_low'),
    usualDownstreamHigh: doublePrecision('usual_downstream_high'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.version, table.cellId, table.repId] }),
    index('reference_band_of_rep').on(table.organizationId, table.version, table.repId),
  ],
)
