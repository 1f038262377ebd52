import { type Claim } from '../../shared/calls/words.ts'
import { type Database, type Transaction } from '../database/connect.ts'

/** Keeps what the rep's wrap-up code declared as evidence, once for each different claim. */
export async function addDeclarations(
  transaction: Transaction,
  organizationId: number,
  declared: readonly { callId: number; claim: Claim; at: number }[],
): Promise<void> {
  if (declared.length === 0) return
  await transaction`
    insert into evidence (organization_id, call_id, source, claim, at, actor)
    select ${organizationId}, d.call_id, 'rep', d.claim, d.at, 'phone system'
    from unnest(
      ${declared.map((each) => each.callId)}::bigint[],
      ${declared.map((each) => each.claim)}::text[],
      ${declared.map((each) => new Date(each.at).toISOString())}::timestamptz[]
    ) d(call_id, claim, at)
    where not exists (
      select from evidence e
      where e.organization_id = ${organizationId} and e.call_id = d.call_id
        and e.source = 'rep' and e.actor = 'phone system' and e.claim = d.claim and e.at = d.at)`
}

/**
 * Takes back what former deliveries of these calls declared: it was a fact of theirs, and which
 * facts hold must not depend on the order in which versions arrive (METHOD T10).
 */
export async function removeDeclarations(
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<void> {
  if (callIds.length === 0) return
  await transaction`
    delete from evidence
    where organization_id = ${organizationId} and call_id = any(${[...callIds]}::bigint[])
      and source = 'rep' and actor = 'phone system'`
}

/**
 * Writes the latest claim of each kind beside the call, where lists read it. Of two claims in
 * the same instant the greater word wins, in every order of arrival. A rep's "not sure" takes back
 * what they said before, and what the wrap-up did; server/reflections does the same by itself.
 */
export async function gatherClaims(
  transaction: Transaction,
  organizationId: number,
  callIds: readonly number[],
): Promise<void> {
  if (callIds.length === 0) return
  await transaction`
    update call c set
      verified_claim = latest.supervisor, survey_claim = latest.survey, rep_claim = latest.rep
    from (
      select a.call_id,
        (array_agg(e.claim order by e.at desc, e.claim desc)
          filter (where e.source = 'supervisor'))[1] as supervisor,
        (array_agg(e.claim order by e.at desc, e.claim desc)
          filter (where e.source = 'survey'))[1] as survey,
        (array_agg(e.claim order by e.at desc, e.claim desc)
          filter (where e.source = 'rep' and e.claim <> 'not_sure' and not t.is_taken_back))[1]
          as rep
      from unnest(${[...callIds]}::bigint[]) a(call_id)
      left join evidence e on e.organization_id = ${organizationId} and e.call_id = a.call_id
      left join lateral (
        select exists (
          select from evidence later
          where later.organization_id = e.organization_id and later.call_id = e.call_id
            and later.source = 'rep' and later.claim = 'not_sure' and later.at >= e.at
            and (later.user_id = e.user_id or e.user_id is null)) as is_taken_back
      ) t on true
      group by a.call_id
    ) latest
    where c.organization_id = ${organizationId} and c.id = latest.call_id
      and (c.verified_claim, c.survey_claim, c.rep_claim)
        is distinct from (latest.supervisor, latest.survey, latest.rep)`
}

/** Keeps a supervisor's verification and what it makes of the call, together. */
export async function addVerification(
  database: Database,
  organizationId: number,
  given: { callId: number; claim: Claim; note: string; at: Date; userId: string; actor: string },
): Promise<void> {
  await database.writing.begin(async (transaction) => {
    await transaction`
      insert into evidence (organization_id, call_id, source, claim, at, user_id, actor, note)
      values (${organizationId}, ${given.callId}, 'supervisor', ${given.claim}, ${given.at},
        ${given.userId}, ${given.actor}, ${given.note})`
    await gatherClaims(transaction, organizationId, [given.callId])
  })
}
