import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant } from '../database/columns.ts'

const createdAt = () => instant('created_at').notNull().defaultNow()
const updatedAt = () => instant('updated_at').notNull().defaultNow()

/** A tenant. Every row of every other table but the sign-in's and `pairing` belongs to one. */
export const organization = pgTable('organization', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  isSimulated: boolean('is_simulated').notNull().default(false),
  /** W of METHOD 4: how long the customer must stay away for a call to count as resolved. */
  windowSeconds: integer('window_seconds').notNull().default(604_800),
  /** What makes two calls of one kind, as shared/balance/case-mix.ts; null: as METHOD 2.1. */
  caseMix: jsonb('case_mix'),
  /** Since that has changed, calls are sorted anew up to here; null: all are. */
  sortingAfter: text('sorting_after'),
  /** Who took calls, or of which kind they are, has changed: the reference has to be built anew. */
  isReferenceDue: boolean('is_reference_due').notNull().default(false),
  createdAt: createdAt(),
})

/** The four tables of better-auth: people, their sessions, their ways to sign in. */
export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    expiresAt: instant('expires_at').notNull(),
    token: text().notNull().unique(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (table) => [index('session_of_user').on(table.userId)],
)

export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('account_of_user').on(table.userId)],
)

export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
})

export const team = pgTable(
  'team',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('team_name_is_unique').on(table.organizationId, table.name),
  ],
)

export const rep = pgTable(
  'rep',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    teamId: integer('team_id'),
    /** False while the rep is only a name that a phone system sent. */
    isConfirmed: boolean('is_confirmed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** A rep's name in a phone system. */
export const repAlias = pgTable(
  'rep_alias',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    source: text().notNull(),
    alias: text().notNull(),
    repId: integer('rep_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('rep_alias_is_one_reps').on(table.organizationId, table.source, table.alias),
    index('rep_alias_of_rep').on(table.organizationId, table.repId),
  ],
)

/** What was done about whose a phone-system name is, with what it takes to undo it. */
export const repChange = pgTable(
  'rep_change',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    kind: text({ enum: ['matched', 'merged', 'split', 'undone', 'kept_apart'] }).notNull(),
    at: instant('at').notNull(),
    actor: text().notNull(),
    /** Whose the names became, and who had them. A merged rep is gone; the name stays here. */
    repId: integer('rep_id').notNull(),
    repName: text('rep_name').notNull(),
    otherRepId: integer('other_rep_id').notNull(),
    otherName: text('other_name').notNull(),
    aliasIds: integer('alias_ids').array().notNull(),
    legs: integer().notNull(),
    /** What the other rep was and had besides names and calls, as server/roster/match-reps.ts. */
    kept: jsonb(),
    undoneBy: integer('undone_by'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** What a person is in their organization. A person belongs to one. */
export const membership = pgTable(
  'membership',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    userId: text('user_id')
      .notNull()
      .unique()
      .references(() => user.id, { onDelete: 'cascade' }),
    role: text({ enum: ['rep', 'supervisor', 'admin', 'floor'] }).notNull(),
    repId: integer('rep_id'),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.userId] })],
)

/** Who leads which team. */
export const teamLead = pgTable(
  'team_lead',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    teamId: integer('team_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.teamId, table.userId] })],
)

export const invitation = pgTable(
  'invitation',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    /** The link's secret, hashed: whoever reads the table can't use it. */
    tokenHash: text('token_hash').notNull().unique(),
    email: text().notNull(),
    role: text({ enum: ['rep', 'supervisor', 'admin', 'floor'] }).notNull(),
    teamIds: integer('team_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    repId: integer('rep_id'),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

export const apiKey = pgTable(
  'api_key',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    hint: text().notNull(),
    secretHash: text('secret_hash').notNull(),
    scopes: text({ enum: ['calls:write', 'read'] })
      .array()
      .notNull(),
    createdAt: createdAt(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    uniqueIndex('api_key_secret_is_unique').on(table.secretHash),
  ],
)

/** A display on the wall that has been paired. */
export const display = pgTable(
  'display',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    id: integer().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    pairedBy: text('paired_by').notNull(),
    pairedAt: instant('paired_at').notNull(),
    /** What its cookie carries, hashed; null until it has fetched it. */
    tokenHash: text('token_hash').unique(),
    lastSeenAt: instant('last_seen_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)

/** A display that shows a code; it belongs to nobody until an administrator enters it. */
export const pairing = pgTable('pairing', {
  secretHash: text('secret_hash').primaryKey(),
  code: text().notNull().unique(),
  expiresAt: instant('expires_at').notNull(),
  organizationId: integer('organization_id'),
  displayId: integer('display_id'),
})
