import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type ImportState } from '../../shared/intake/import-run.ts'
import { organization, user } from '../roster/table.ts'
import { type Reading } from './reading.ts'

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
    state: text().$type<ImportState>().notNull(),
    /** The process that runs it; another one that goes on with it takes its place. */
    runner: text(),
    isDryRun: boolean('is_dry_run').notNull().default(false),
    /** The file it reads and how; null where nothing but its counts is kept. */
    uploadId: integer('upload_id'),
    reading: jsonb().$type<Reading>(),
    bytesRead: bigint('bytes_read', { mode: 'number' }),
    bytesInAll: bigint('bytes_in_all', { mode: 'number' }),
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
    index('import_run_under_way')
      .on(table.state)
      .where(sql`${table.state} in ('waiting', 'running')`),
  ],
)

/** A file that was sent to be imported; its bytes lie in the spool folder. */
export const upload = pgTable(
  'upload',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    /** How many of them are on the disk; a part that broke off doesn't count. */
    received: count('received'),
    /** Name in the spool folder, which says nothing of the file. */
    file: text().notNull(),
    createdBy: text('created_by').references(() => user.id, { onDelete: 'set null' }),
    createdAt: instant('created_at').notNull(),
    /** Its last part came, or an import read it: from then on it is kept for a while. */
    touchedAt: instant('touched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** A column mapping somebody saved. */
export const mapping = pgTable(
  'mapping',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    createdBy: text('created_by').references(() => user.id, { onDelete: 'set null' }),
    isShared: boolean('is_shared').notNull(),
    mapping: jsonb().$type<ColumnMapping>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('mapping_name_is_unique').on(table.organizationId, table.name),
  ],
)

/** What was said of a source when a file of it was imported, so that it is asked only once. */
export const sourceSetting = pgTable(
  'source_setting',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    source: text().notNull(),
    reader: text(),
    timeZone: text('time_zone'),
    country: text(),
    names: jsonb().$type<Record<string, string>>().notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.source] })],
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
