import {
  bigint,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { organization } from '../roster/table.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true })
const count = (name: string) => bigint(name, { mode: 'number' }).notNull().default(0)

/** One run of an import, or one day of what one source posted, or of a log that is followed. */
export const importRun = pgTable(
  'import_run',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    source: text().notNull(),
    name: text().notNull(),
    way: text({ enum: ['file', 'api', 'follow'] }).notNull(),
    /** The day of an API row; null for files, each run of which is its own row. */
    day: text(),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
    /** A running import says so every few seconds; one that stopped saying so was interrupted. */
    heardAt: instant('heard_at').notNull(),
    state: text({ enum: ['running', 'finished', 'failed'] }).notNull(),
    read: count('read'),
    accepted: count('accepted'),
    unchanged: count('unchanged'),
    superseded: count('superseded'),
    joined: count('joined'),
    ignored: count('ignored'),
    refused: count('refused'),
    refusedByReason: jsonb('refused_by_reason').$type<Record<string, number>>().notNull(),
    ignoredByRule: jsonb('ignored_by_rule').$type<Record<string, number>>().notNull(),
    failure: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('import_run_is_one_a_day').on(table.organizationId, table.source, table.way, table.day),
  ],
)

/** Lines and records an import refused; the first ones of each run are kept here. */
export const refusedLine = pgTable(
  'refused_line',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    importId: integer('import_id').notNull(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    line: bigint({ mode: 'number' }).notNull(),
    reason: text().notNull(),
    field: text(),
    message: text().notNull(),
    text: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.importId, table.id] })],
)

/** A log that is read while it is written: from where to go on. One for each source. */
export const followedFile = pgTable(
  'followed_file',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    source: text().notNull(),
    /** Where it lay when it was read last; the file itself is known by how it begins. */
    path: text().notNull(),
    /** Sealed JSON: it holds the numbers of callers whose calls aren't over yet. */
    state: text().notNull(),
    /** Goes up with every batch, so that two processes can't follow one log. */
    revision: integer().notNull(),
    followedAt: instant('followed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.source] })],
)
