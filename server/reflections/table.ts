import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import { instant } from '../database/columns.ts'
import { organization } from '../roster/table.ts'

const words = (name: string) => text(name).notNull().default('')

/** A rep's own words on their part of a call; one for each rep and call, the latest kept. */
export const reflection = pgTable(
  'reflection',
  {
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organization.id),
    callId: bigint('call_id', { mode: 'number' }).notNull(),
    repId: integer('rep_id').notNull(),
    outcome: text({ enum: ['resolved', 'not_resolved', 'not_sure'] }).notNull(),
    whatResolvedIt: words('what_resolved_it'),
    whatStuck: words('what_stuck'),
    wordsThatWorked: words('words_that_worked'),
    whatDidNotGoWell: words('what_did_not_go_well'),
    whatNextTime: words('what_next_time'),
    skills: text({ enum: ['communication', 'problem_solving', 'empathy', 'adaptability'] })
      .array()
      .notNull()
      .default(sql`'{}'`),
    friction: words('friction'),
    recordedAt: instant('recorded_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Since when colleagues may read it; null while it is private. */
    sharedAt: instant('shared_at'),
    /** What it is called by where nothing may lead to the call or the rep. */
    sharedId: uuid('shared_id'),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.callId, table.repId] }),
    index('reflection_shared')
      .on(table.organizationId, table.sharedAt)
      .where(sql`shared_at is not null`),
    check('shared_reflection_has_an_id', sql`(shared_at is null) = (shared_id is null)`),
  ],
)
