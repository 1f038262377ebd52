import { type Reflection } from '../../shared/reflections/contract.ts'
import { type Database, type Transaction } from '../database/connect.ts'
import { forgetUnshared, tellShared } from './sharing-outbox-store.ts'

/** Whether a rep had a part in a call. */
export async function handled(
  sql: Database['reading'] | Transaction,
  organizationId: number,
  callId: number,
  repId: number,
): Promise<boolean> {
  const rows = await sql`
    select from leg
    where organization_id = ${organizationId} and call_id = ${callId} and rep_id = ${repId}
    limit 1`
  return rows.length > 0
}

export type Recorded = {
  recordedAt: Date
  changedAt: Date
  repName: string
  isShared: boolean
}

/**
 * Keeps a reflection, and what it says of the outcome as the rep's latest word: one transaction.
 * One that is shared stays shared in its new words, unless it does not say what resolved the call
 * any more.
 */
export async function keepReflection(
  database: Database,
  given: {
    organizationId: number
    callId: number
    repId: number
    userId: string
    actor: string
    now: Date
    reflection: Required<Reflection>
  },
): Promise<Recorded> {
  const { organizationId, callId, repId, now, reflection: words } = given
  return database.writing.begin(async (transaction) => {
    const [kept] = await transaction<Recorded[]>`
      insert into reflection as f (
        organization_id, call_id, rep_id, outcome, what_resolved_it, what_stuck,
        words_that_worked, what_did_not_go_well, what_next_time, skills, friction,
        recorded_at, changed_at)
      values (${organizationId}, ${callId}, ${repId}, ${words.outcome}, ${words.whatResolvedIt},
        ${words.whatStuck}, ${words.wordsThatWorked}, ${words.whatDidNotGoWell},
        ${words.whatNextTime}, ${words.skills}, ${words.friction}, ${now}, ${now})
      on conflict (organization_id, call_id, rep_id) do update set
        outcome = excluded.outcome, what_resolved_it = excluded.what_resolved_it,
        what_stuck = excluded.what_stuck, words_that_worked = excluded.words_that_worked,
        what_did_not_go_well = excluded.what_did_not_go_well,
        what_next_time = excluded.what_next_time, skills = excluded.skills,
        friction = excluded.friction, changed_at = excluded.changed_at,
        shared_at = case when excluded.what_resolved_it <> '' then f.shared_at end,
        shared_id = case when excluded.what_resolved_it <> '' then f.shared_id end
      returning recorded_at as "recordedAt", changed_at as "changedAt",
        shared_at is not null as "isShared", (
        select r.name from rep r where r.organization_id = f.organization_id and r.id = f.rep_id
      ) as "repName"`
    await transaction`
      insert into evidence (organization_id, call_id, source, claim, at, user_id, actor)
      values (${organizationId}, ${callId}, 'rep', ${words.outcome}, ${now}, ${given.userId},
        ${given.actor})`
    // A reflection is the latest word there is, so it is the claim the call carries.
    await transaction`
      update call set rep_claim = ${
        words.outcome === 'not_sure' ? othersClaim(transaction, given) : words.outcome
      }
      where organization_id = ${organizationId} and id = ${callId}`
    if (!kept) throw new Error('A reflection that was just written can not be read.')
    if (kept.isShared) await tellShared(transaction, given, now.getTime())
    else await forgetUnshared(transaction, organizationId, [callId])
    return kept
  })
}

/**
 * What remains when a rep is not sure any more: the latest claim of another rep on the call who
 * has not taken it back. The wrap-up's went with theirs (as in server/calls/claim-store.ts).
 */
const othersClaim = (
  sql: Transaction,
  given: { organizationId: number; callId: number; userId: string },
) => sql`(
  select e.claim from evidence e
  where e.organization_id = ${given.organizationId} and e.call_id = ${given.callId}
    and e.source = 'rep' and e.claim <> 'not_sure' and e.user_id <> ${given.userId}
    and not exists (
      select from evidence later
      where later.organization_id = e.organization_id and later.call_id = e.call_id
        and later.source = 'rep' and later.claim = 'not_sure' and later.at >= e.at
        and later.user_id = e.user_id)
  order by e.at desc, e.claim desc limit 1)`
