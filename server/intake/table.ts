import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytes, instant } from '../database/columns.ts'
import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type ImportState } from '../../shared/intake/import-run.ts'
import { organization, user } from '../roster/table.ts'
import { type Reading } from './reading.ts'
import {
  connectionKinds,
  type ConnectionSettings,
  type DeliveryReply,
} from '../../shared/intake/connection.ts'

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
    /** What was found in CDRs beside a queue_log. */
    cdrMatch: jsonb('cdr_match').$type<CdrMatch>(),
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

/** A phone system that delivers by itself, and how that is verified and read. */
export const connection = pgTable(
  'connection',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    kind: text({ enum: [...connectionKinds] }).notNull(),
    source: text().notNull(),
    settings: jsonb().$type<ConnectionSettings>().notNull(),
    /** Closed with the installation's secret: a signature is checked with the clear one. */
    secret: bytes().notNull(),
    /** The one before, taken until then, so that nothing is lost while a sender changes over. */
    formerSecret: bytes('former_secret'),
    formerUntil: instant('former_until'),
    createdAt: instant('created_at').notNull(),
    /** Since when its deliveries are refused; null: they are taken. */
    disabledAt: instant('disabled_at'),
    lastReceivedAt: instant('last_received_at'),
    lastRefusedAt: instant('last_refused_at'),
    lastRefusal: jsonb('last_refusal').$type<{ reason: string; message: string }>(),
    deliveries: count('deliveries'),
    refusedDeliveries: count('refused_deliveries'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    /** An address names no organization. */
    unique('connection_id_is_unique').on(table.id),
    unique('connection_name_is_unique').on(table.organizationId, table.name),
  ],
)

/** Deliveries that were taken, so that one that comes again is answered as it was before. */
export const delivery = pgTable(
  'delivery',
  {
    organizationId: integer('organization_id').notNull(),
    connectionId: integer('connection_id').notNull(),
    /** The sender's own number. */
    deliveryId: text('delivery_id').notNull(),
    /** Of its body: a number that comes with another one is no repetition. */
    bodyHash: bytes('body_hash').notNull(),
    receivedAt: instant('received_at').notNull(),
    reply: jsonb().$type<DeliveryReply>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.connectionId, table.deliveryId] }),
    index('delivery_by_time').on(table.organizationId, table.connectionId, table.receivedAt),
  ],
)

/** Documents that wait for others of the same call, closed with the installation's secret. */
export const keptDocument = pgTable(
  'kept_document',
  {
    organizationId: integer('organization_id').notNull(),
    source: text().notNull(),
    call: text().notNull(),
    part: text().notNull(),
    version: bigint({ mode: 'number' }).notNull(),
    text: bytes().notNull(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.source, table.call, table.part] }),
    index('kept_document_by_time').on(table.organizationId, table.receivedAt),
  ],
)
