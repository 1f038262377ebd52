import { type Sight } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { seenBy } from './leg-context-store.ts'
import { findLinesOf, type LineRow } from './line-store.ts'

/** How many calls of a rep and week a digest names; the others count as well (METHOD 6). */
const highlightedLimit = 3

type Only = { team?: number; rep?: number }

const whose = (sql: Reading, sight: Sight, { team, rep }: Only) => sql`
  from noted_leg l
  join rep r on r.organization_id = l.organization_id and r.id = l.rep_id
  where l.organization_id = ${sight.organizationId} ${seenBy(sql, sight)}
    ${team === undefined ? sql`` : sql`and r.team_id = ${team}`}
    ${rep === undefined ? sql`` : sql`and l.rep_id = ${rep}`}`

export type NotedPlace = { callId: number; legNo: number }
export type RecognizedRow = NotedPlace & {
  reasons: ('extra_mile' | 'chain_ended')[]
  week: string
  secondsAvoided: number | null
  isHighlighted: boolean
}

/** Where the list of recognized calls goes on. */
export type RecognizedAfter = { week: string; secondsAvoided: number } & NotedPlace

/**
 * Recognized legs, newest week first and in it by what calls like it usually lead to: an order
 * that does not depend on a leg's own length (METHOD 6).
 */
export const findRecognized = (
  sql: Reading,
  sight: Sight,
  asked: Only & { after: RecognizedAfter | null; limit: number },
): Promise<RecognizedRow[]> => {
  const { after } = asked
  return sql<RecognizedRow[]>`
    select l.call_id::float8 as "callId", l.leg_no as "legNo", l.reasons, l.week::text as week,
      l.seconds_avoided as "secondsAvoided", (
        select count(*) from noted_leg o
        where o.organization_id = l.organization_id and o.rep_id = l.rep_id and o.week = l.week
          and cardinality(o.reasons) > 0
          and (o.seconds_avoided, o.call_id, o.leg_no) > (l.seconds_avoided, l.call_id, l.leg_no)
      ) < ${highlightedLimit} as "isHighlighted"
    ${whose(sql, sight, asked)} and cardinality(l.reasons) > 0
      and l.week >= ${weeksShown(sql, sight.organizationId)}
      ${
        after
          ? sql`and (l.week, l.seconds_avoided, l.call_id, l.leg_no)
              < (${after.week}::date, ${after.secondsAvoided}::float8, ${after.callId}::bigint, ${after.legNo}::int)`
          : sql``
      }
    order by l.week desc, l.seconds_avoided desc, l.call_id desc, l.leg_no desc
    limit ${asked.limit}`
}

/** A digest looks back over the last weeks, not over all that was ever recognized. */
const weeksLimit = 4

const weeksShown = (sql: Reading, organizationId: number) => sql`(
  select max(week) - ${7 * (weeksLimit - 1)}::int from noted_leg
  where organization_id = ${organizationId} and cardinality(reasons) > 0)`

/** Where the list of calls to talk about goes on. */
export type ToTalkAfter = { startedAt: number } & NotedPlace

/** Legs to talk about, newest first: short or long for their kind, and not resolved. */
export const findToTalkAbout = (
  sql: Reading,
  sight: Sight,
  asked: Only & {
    class?: 'hurried' | 'needs_support'
    after: ToTalkAfter | null
    limit: number
  },
): Promise<NotedPlace[]> => {
  const { after } = asked
  return sql<NotedPlace[]>`
    select l.call_id::float8 as "callId", l.leg_no as "legNo"
    ${whose(sql, sight, asked)}
      and l.class = any(${asked.class ? [asked.class] : ['hurried', 'needs_support']}::text[])
      ${
        after
          ? sql`and (l.started_at, l.call_id, l.leg_no)
              < (${new Date(after.startedAt)}, ${after.callId}, ${after.legNo})`
          : sql``
      }
    order by l.started_at desc, l.call_id desc, l.leg_no desc
    limit ${asked.limit}`
}

/** The lines of noted legs, in the order given. */
export async function linesOf(
  sql: Reading,
  sight: Sight,
  places: readonly NotedPlace[],
): Promise<LineRow[]> {
  const rows = await findLinesOf(sql, sight, places)
  const byPlace = new Map(rows.map((row) => [`${row.callId} ${row.legNo}`, row]))
  return places.flatMap(({ callId, legNo }) => byPlace.get(`${callId} ${legNo}`) ?? [])
}
