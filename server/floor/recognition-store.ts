import { type RecognitionReason } from '../../shared/balance/automatic-recognition.ts'
import { shownRecognitionsLimit } from '../../shared/floor/floor.ts'
import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Transaction

/** A rep's own part of a call. */
export type OwnLeg = { organizationId: number; repId: number; callId: number; legNo: number }

/**
 * A leg `l` of call `c` that is recognized now. The sums of its day say so (METHOD 6); where facts
 * that have come since speak against it, they are believed before the day is worked out anew.
 */
const isRecognized = (sql: Reader) => sql`
  exists (
    select from noted_leg n
    where n.organization_id = l.organization_id and n.call_id = l.call_id and n.leg_no = l.leg_no
      and n.rep_id = l.rep_id and cardinality(n.reasons) > 0)
  and not ${isRepeat(sql)}
  and best_outcome(c.verified_claim, ${isRepeat(sql)}, c.survey_claim, true, c.rep_claim)
    = 'resolved'`

const isRepeat = (sql: Reader) => sql`
  coalesce(c.next_same_issue_at - c.started_at < make_interval(secs => o.window_seconds), false)`

/** Whether a leg is recognized; null where it is not the rep's. */
export async function findOwnLeg(
  transaction: Transaction,
  { organizationId, repId, callId, legNo }: OwnLeg,
): Promise<{ isRecognized: boolean } | null> {
  const [found] = await transaction<{ isRecognized: boolean }[]>`
    select ${isRecognized(transaction)} as "isRecognized"
    from organization o
    join leg l on l.organization_id = o.id
    join call c on c.organization_id = l.organization_id and c.id = l.call_id
    where o.id = ${organizationId} and l.call_id = ${callId} and l.leg_no = ${legNo}
      and l.rep_id = ${repId}`
  return found ?? null
}

/**
 * Keeps that a rep wants a call on the board, and forgets what was wanted before the day began.
 *
 * @param day when the board's day began, and now; in epoch milliseconds
 */
export async function keepShown(
  transaction: Transaction,
  { organizationId, repId, callId, legNo }: OwnLeg,
  { since, now }: { since: number; now: number },
): Promise<void> {
  await transaction`
    delete from shown_recognition
    where organization_id = ${organizationId} and shown_at < ${new Date(since)}`
  // What somebody else wanted whose leg this was is not what its rep wants.
  await transaction`
    insert into shown_recognition as s (organization_id, call_id, leg_no, rep_id, shown_at)
    values (${organizationId}, ${callId}, ${legNo}, ${repId}, ${new Date(now)})
    on conflict (organization_id, call_id, leg_no) do update set
      rep_id = excluded.rep_id, shown_id = excluded.shown_id, shown_at = excluded.shown_at
    where s.rep_id <> excluded.rep_id`
}

/** @returns whether it was on the board */
export async function dropShown(
  transaction: Transaction,
  { organizationId, repId, callId, legNo }: OwnLeg,
): Promise<boolean> {
  const { count } = await transaction`
    delete from shown_recognition
    where organization_id = ${organizationId} and call_id = ${callId} and leg_no = ${legNo}
      and rep_id = ${repId}`
  return count > 0
}

export type ShownPlace = { callId: number; legNo: number }

/** What a rep has put on the board since an instant, in the order of the calls' numbers. */
export const findOwnShown = (
  sql: Reader,
  { organizationId, repId }: Pick<OwnLeg, 'organizationId' | 'repId'>,
  { since, after, limit }: { since: number; after: ShownPlace; limit: number },
): Promise<ShownPlace[]> => sql<ShownPlace[]>`
  select call_id::float8 as "callId", leg_no as "legNo" from shown_recognition
  where organization_id = ${organizationId} and rep_id = ${repId}
    and shown_at >= ${new Date(since)} and (call_id, leg_no) > (${after.callId}, ${after.legNo})
  order by call_id, leg_no limit ${limit}`

export type ShownRow = {
  id: string
  reasons: RecognitionReason[]
  handleSeconds: number | null
  issue: string | null
}

/**
 * What reps have put on the board since an instant and is still recognized, newest first. Where
 * there is more than the board holds, everybody's latest comes before anybody's second.
 */
export const findShown = (
  sql: Reader,
  organizationId: number,
  since: number,
): Promise<ShownRow[]> => sql<ShownRow[]>`
  select id, reasons, "handleSeconds", issue from (
    select s.shown_id::text as id, n.reasons, l.handle_seconds as "handleSeconds", c.issue,
      s.shown_at, row_number() over (
        partition by s.rep_id order by s.shown_at desc, s.shown_id
      ) as nth
    from organization o
    join shown_recognition s on s.organization_id = o.id
    join leg l on l.organization_id = s.organization_id and l.call_id = s.call_id
      and l.leg_no = s.leg_no and l.rep_id = s.rep_id
    join call c on c.organization_id = l.organization_id and c.id = l.call_id
    join noted_leg n on n.organization_id = l.organization_id and n.call_id = l.call_id
      and n.leg_no = l.leg_no
    where o.id = ${organizationId} and s.shown_at >= ${new Date(since)} and ${isRecognized(sql)}
    order by nth, s.shown_at desc, s.shown_id limit ${shownRecognitionsLimit}
  ) shown
  order by shown_at desc, id`
