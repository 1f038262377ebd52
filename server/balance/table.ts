import {
  bigint,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { organization } from '../roster/table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
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
    /** Mature legs that started in [from, until) are in it. */
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at').notNull(),
    legs: bigint({ mode: 'number' }).notNull(),
    reps: integer().notNull(),
    /** Calls the organization had when it was built: a new version is due when many are new. */
    callsSeen: bigint('calls_seen', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** Handle times of a version by cell and rep as counts in 5 % bins; rep 0 is everybody. */
export const referenceHistogram = pgTable(
  'reference_histogram',
  {
    organizationId: organizationId(),
    version: integer().notNull(),
    cellId: integer('cell_id').notNull(),
    repId: integer('rep_id').notNull(),
    firstBin: smallint('first_bin').notNull(),
    counts: integer().array().notNull(),
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
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.version, table.cellId, table.repId] }),
    index('reference_band_of_rep').on(table.organizationId, table.version, table.repId),
  ],
)
