import {
  bigint,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, instant } from '../database/columns.ts'
import { lineStates, repStates } from '../../shared/floor/words.ts'
import { organization } from '../roster/table.ts'

const organizationId = () =>
  integer('organization_id')
    .notNull()
    .references(() => organization.id)
/** The change that last wrote a row: who watches reads what is newer than what they have. */
const change = () => bigint({ mode: 'number' }).notNull()

/** Numbers the changes of all floors, in the order in which they are committed for each. */
export const floorChanges = pgSequence('floor_changes')

/** The last word on what a rep is doing, under the name their phone system has for them. */
export const repPresence = pgTable(
  'rep_presence',
  {
    organizationId: organizationId(),
    source: text().notNull(),
    rep: text().notNull(),
    state: text({ enum: repStates }).notNull(),
    reason: text(),
    queue: text(),
    call: text(),
    at: instant('at').notNull(),
    change: change(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.source, table.rep] }),
    index('rep_presence_by_change').on(table.organizationId, table.change),
  ],
)

/** The last word on a call that is on the line, or was a moment ago. */
export const linePresence = pgTable(
  'line_presence',
  {
    organizationId: organizationId(),
    id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
    source: text().notNull(),
    call: text().notNull(),
    state: text({ enum: lineStates }).notNull(),
    queue: text().notNull(),
    /** Keyed hash, as in table call. */
    customerKey: bytes('customer_key'),
    at: instant('at').notNull(),
    /** The supervisor who said that they are helping. */
    helpedBy: text('helped_by'),
    change: change(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique('line_is_there_once').on(table.organizationId, table.source, table.call),
    index('line_presence_by_change').on(table.organizationId, table.change),
  ],
)

/** When a source was last heard of, by our clock. */
export const sourcePresence = pgTable(
  'source_presence',
  {
    organizationId: organizationId(),
    source: text().notNull(),
    heardAt: instant('heard_at').notNull(),
    change: change(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.source] })],
)

/** The line for everybody that a supervisor has put on the board; without text it was taken off. */
export const floorMood = pgTable(
  'floor_mood',
  {
    organizationId: organizationId(),
    text: text(),
    by: text().notNull(),
    at: instant('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId] })],
)

/**
 * A recognized call that its rep wants on the board of the day on which they said so. The rep is
 * the one who said it: where the leg is another's by now, it is not shown.
 */
export const shownRecognition = pgTable(
  'shown_recognition',
  {
    organizationId: organizationId(),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    legNo: smallint('leg_no').notNull(),
    repId: integer('rep_id').notNull(),
    /** What the board calls it by, so that nothing there leads to the call. */
    shownId: uuid('shown_id').notNull().defaultRandom(),
    shownAt: instant('shown_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.legNo] }),
    index('shown_recognition_by_time').on(table.organizationId, table.shownAt),
  ],
)
