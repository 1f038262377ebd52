import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { bytes, instant } from '../database/columns.ts'
import { organization } from '../roster/table.ts'

const organizationId = () =>
  integer('organization_id')
    .notNull()
    .references(() => organization.id)
/** Imports write these rows by the million; each belongs to an organization by its key. */
const organizationIdUnchecked = () => integer('organization_id').notNull()

/** A source of call records: one phone system, or one file's origin. */
export const feed = pgTable(
  'feed',
  {
    organizationId: organizationId(),
    id: integer().generatedAlwaysAsIdentity(),
    source: text().notNull(),
    /** Nothing that started before this is still to come, as far as the source has said. */
    completeUntil: instant('complete_until'),
    lastReceivedAt: instant('last_received_at'),
    calls: bigint({ mode: 'number' }).notNull().default(0),
    isEnded: boolean('is_ended').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('feed_source_is_unique').on(table.organizationId, table.source),
  ],
)

/** Numbers for calls, taken in blocks before a batch is copied in. */
export const callIds = pgSequence('call_ids')

/**
 * One customer's contact. The columns up to `recording_url` are facts as delivered; those
 * below are derived by linking (link-customer.ts) and can be rebuilt from the facts.
 */
export const call = pgTable(
  'call',
  {
    organizationId: organizationIdUnchecked(),
    id: bigint({ mode: 'number' }).notNull(),
    feedId: integer('feed_id').notNull(),
    externalId: text('external_id').notNull(),
    version: bigint({ mode: 'number' }),
    /** Keyed hash of the facts: tells an unchanged re-delivery from a changed one. */
    factsHash: bytes('facts_hash').notNull(),
    startedAt: instant('started_at').notNull(),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    direction: text({ enum: ['inbound', 'outbound', 'internal'] }).notNull(),
    queue: text(),
    issue: text(),
    audience: text(),
    language: text(),
    /** Keyed hash of the customer: links calls, names nobody. */
    customerKey: bytes('customer_key'),
    customerMasked: text('customer_masked'),
    isAbandoned: boolean('is_abandoned').notNull(),
    queueSeconds: integer('queue_seconds'),
    ivrSeconds: integer('ivr_seconds'),
    dispositionCode: text('disposition_code'),
    dispositionLabel: text('disposition_label'),
    csatScore: real('csat_score'),
    csatMin: real('csat_min'),
    csatMax: real('csat_max'),
    recordingUrl: text('recording_url'),
    declaredResolution: text('declared_resolution', { enum: ['resolved', 'not_resolved'] }),

    /** First call of the chain this one belongs to; null where nothing links it. */
    chainId: bigint('chain_id', { mode: 'number' }),
    position: smallint(),
    /** Inbound calls of the customer in the 90 days before the chain began. */
    callerFrequency: smallint('caller_frequency'),
    /** Start of the customer's next inbound call about the same issue, however late. */
    nextSameIssueAt: instant('next_same_issue_at'),
    /** Start of the customer's next inbound attempt about anything. */
    nextAnyAt: instant('next_any_at'),
    /** Latest claim of each kind of evidence (table evidence holds them all). */
    verifiedClaim: text('verified_claim', { enum: ['resolved', 'not_resolved'] }),
    surveyClaim: text('survey_claim', { enum: ['resolved', 'not_resolved'] }),
    repClaim: text('rep_claim', { enum: ['resolved', 'not_resolved'] }),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('call_is_delivered_once').on(table.organizationId, table.feedId, table.externalId),
    index('call_of_customer')
      .on(table.organizationId, table.customerKey, table.startedAt)
      .where(sql`${table.customerKey} is not null`),
    index('linked_call_by_time')
      .on(table.organizationId, table.startedAt)
      .where(sql`${table.position} is not null`),
    // A day's calls lie together as they came in; this costs next to nothing to keep.
    index('call_by_time').using('brin', table.startedAt).with({ autosummarize: true }),
    check('call_version_is_not_negative', sql`${table.version} >= 0`),
  ],
)

/** One rep's part of a call; several stints of one rep in one call are one leg. */
export const leg = pgTable(
  'leg',
  {
    organizationId: organizationIdUnchecked(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    legNo: smallint('leg_no').notNull(),
    repId: integer('rep_id').notNull(),
    aliasId: integer('alias_id').notNull(),
    queue: text(),
    /** Start of the call, so that legs can be read in order of time. */
    startedAt: instant('started_at').notNull(),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    ringSeconds: integer('ring_seconds'),
    talkSeconds: integer('talk_seconds'),
    holdSeconds: integer('hold_seconds'),
    wrapSeconds: integer('wrap_seconds'),
    talkIncludesHold: boolean('talk_includes_hold').notNull(),
    handleSeconds: integer('handle_seconds'),
    ending: text({
      enum: ['completed', 'blind_transfer', 'attended_transfer', 'conference', 'lost'],
    }),
    endedBy: text('ended_by', { enum: ['customer', 'rep', 'system', 'unknown'] }).notNull(),
    isNeutral: boolean('is_neutral').notNull(),
    isHandedOn: boolean('is_handed_on').notNull(),
    isSuspect: boolean('is_suspect').notNull(),
    /** Derived: the finest cell of the case mix this leg falls in (table cell). */
    cellId: integer('cell_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.legNo] }),
    index('leg_by_time').on(table.organizationId, table.startedAt, table.callId, table.legNo),
    index('leg_of_rep').on(table.organizationId, table.repId, table.startedAt, table.callId),
    check('handle_seconds_is_not_negative', sql`${table.handleSeconds} >= 0`),
  ],
)

/**
 * What was delivered of a call by more than one phone-system name, where its legs do not tell it:
 * names that prove to be one rep's, or two reps', are joined into other legs from here.
 */
export const stint = pgTable(
  'stint',
  {
    organizationId: organizationIdUnchecked(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    stintNo: smallint('stint_no').notNull(),
    aliasId: integer('alias_id').notNull(),
    queue: text(),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    ringSeconds: integer('ring_seconds'),
    talkSeconds: integer('talk_seconds'),
    holdSeconds: integer('hold_seconds'),
    wrapSeconds: integer('wrap_seconds'),
    talkIncludesHold: boolean('talk_includes_hold').notNull(),
    ending: text({
      enum: ['completed', 'blind_transfer', 'attended_transfer', 'conference', 'lost'],
    }),
    endedBy: text('ended_by', { enum: ['customer', 'rep', 'system', 'unknown'] }).notNull(),
    isNeutral: boolean('is_neutral').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.stintNo] }),
    index('stint_of_alias').on(table.organizationId, table.aliasId),
  ],
)

/** A rep who was offered the call and did not take it. */
export const offer = pgTable(
  'offer',
  {
    organizationId: organizationIdUnchecked(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    offerNo: smallint('offer_no').notNull(),
    repId: integer('rep_id').notNull(),
    aliasId: integer('alias_id').notNull(),
    queue: text(),
    ringSeconds: integer('ring_seconds'),
    result: text({
      enum: ['no_answer', 'rejected', 'busy', 'caller_left', 'unknown'],
    }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.callId, table.offerNo] })],
)

/** Every claim about what became of a call, kept as its own row and never overwritten. */
export const evidence = pgTable(
  'evidence',
  {
    organizationId: organizationId(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    source: text({ enum: ['supervisor', 'survey', 'rep'] }).notNull(),
    claim: text({ enum: ['resolved', 'not_resolved', 'not_sure'] }).notNull(),
    at: instant('at').notNull(),
    /** Who claimed it, where it was a person signed in here. */
    userId: text('user_id'),
    actor: text(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index('evidence_of_call').on(table.organizationId, table.callId),
  ],
)

/**
 * Days whose calls, legs, links or claims have changed since they were last summed up. Triggers
 * write it with every change, so no way of changing a call can forget it; rows are only added
 * and, once worked off, deleted by id, so nobody who adds one waits for who works them off.
 */
export const changedDay = pgTable(
  'changed_day',
  {
    organizationId: organizationIdUnchecked(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    day: date().notNull(),
    /**
     * What has to be worked out anew: everything of the day's calls; only a chain that ends on it; only the time that followed its calls; or only what a new version makes of them.
     */
    concerns: text({ enum: ['calls', 'chains', 'later', 'version'] }).notNull(),
    /** Where only one chain is concerned: which, and whose. */
    customerKey: bytes('customer_key'),
    chainId: bigint('chain_id', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
)
