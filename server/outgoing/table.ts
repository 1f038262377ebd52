import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytes, instant } from '../database/columns.ts'
import { organization } from '../roster/table.ts'

/** An address that is told of events. Secrets are closed with the installation's secret. */
export const webhook = pgTable(
  'webhook',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    url: text().notNull(),
    events: text().array().notNull(),
    isEnabled: boolean('is_enabled').notNull().default(true),
    disabledWhy: text('disabled_why'),
    secret: bytes('secret').notNull(),
    formerSecret: bytes('former_secret'),
    formerUntil: instant('former_until'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** What is to be told: written in the transaction that makes the fact, sent after it. */
export const webhookMessage = pgTable(
  'webhook_message',
  {
    organizationId: integer('organization_id').notNull(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    webhookId: integer('webhook_id').notNull(),
    messageId: uuid('message_id').notNull().defaultRandom(),
    event: text().notNull(),
    /** Which call and rep it is about, and what is said of them: what was said is not repeated. */
    callId: bigint('call_id', { mode: 'number' }),
    repId: integer('rep_id'),
    fact: text(),
    /** Exactly as it is signed and sent. */
    body: text().notNull(),
    createdAt: instant('created_at').notNull(),
    state: text({ enum: ['waiting', 'delivered', 'dead'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    nextAt: instant('next_at'),
    lastAt: instant('last_at'),
    lastStatus: integer('last_status'),
    lastAnswer: text('last_answer'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('webhook_message_of_webhook').on(table.organizationId, table.webhookId, table.id),
    index('webhook_message_of_call').on(table.organizationId, table.callId),
    index('webhook_message_due')
      .on(table.nextAt)
      .where(sql`${table.state} = 'waiting'`),
  ],
)
