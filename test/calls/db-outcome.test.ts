import { expect, it } from 'vitest'
import { withAnswers } from '../balance/vectors/known-answers.ts'
import { gatherClaims } from '../../server/calls/claim-store.ts'
import { bestOutcome } from '../../shared/balance/best-outcome.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as calls from '../../shared/calls/contract.ts'
import { openWorld } from '../world/open-world.ts'
import { callRecord } from '../world/records.ts'

const world = await openWorld('2026-03-02T09:00:00Z')
const day = 86_400_000
const startedAt = '2026-02-02T09:00:00Z'
const start = Date.parse(startedAt)

/** The call, the repeat that may follow it, and a source that may have waited long enough. */
async function centerWith(given: { mature: boolean; repeat: boolean }) {
  const center = await world.center()
  const same: Partial<CallRecord> = { customer: 'A', issue: 'internet' }
  await center.deliver(callRecord({ ...same, externalId: 'one', startedAt }))
  if (given.repeat) {
    const again = new Date(start + 2 * day).toISOString()
    await center.deliver(callRecord({ ...same, startedAt: again }))
  }
  await center.completeUntil(start + (given.mature ? 7 * day : 3 * day))
  return { center, callId: await center.callId('one') }
}

type Claim = { source: string; claim: string; at: number }

/** Surveys come in by no way yet, so evidence is written as it will be stored. */
async function addEvidence(organizationId: number, callId: number, claims: readonly Claim[]) {
  const sql = world.database.writing
  for (const { source, claim, at } of claims) {
    await sql`
      insert into evidence (organization_id, call_id, source, claim, at)
      values (${organizationId}, ${callId}, ${source}, ${claim}, ${new Date(start + at * 1000)})`
  }

  await sql.begin((transaction) => gatherClaims(transaction, organizationId, [callId]))
}

withAnswers('V16_precedence', (answers) => {
  it.each(
    answers.map((row, place) => ({ ...row, name: `${place + 1}: ${row.expect.join(', ')}` })),
  )('$name', async ({ evidence, mature, repeat, expect: [outcome, source, state] }) => {
    const { center, callId } = await centerWith({ mature, repeat })
    const known = evidence.filter((claim) => claim.by_handler !== true)
    await addEvidence(center.id, callId, known)
    for (const own of evidence.filter((claim) => claim.by_handler === true)) {
      const [repId] = await repsOf(center.id, callId)
      const teamId = await center.team('the handler leads their own team')
      await moveRep(center.id, repId!, teamId)
      const handler = await center.person('supervisor', { repId: repId!, teamIds: [teamId] })
      const body = { claim: own.claim, note: 'I solved it.' }
      const refusal = await handler.refused(calls.verify, { params: { callId }, body })
      expect(refusal.reason).toBe('own_call')
    }
    const page = await (await center.key('read')).ask(calls.show, { params: { callId } })
    expect(page.outcome).toMatchObject({ outcome, source, state })
    const claims = known.map((claim) => ({ ...claim, byHandler: false }))
    expect(page.conflicts).toEqual(bestOutcome(claims, mature, repeat).conflicts)
    const { items } = await (await center.key('read')).ask(calls.list)
    const line = items.find((item) => item.callId === callId)
    expect(line?.time.outcome).toEqual(page.outcome)
  })
})

async function repsOf(organizationId: number, callId: number): Promise<number[]> {
  const rows = await world.database.reading<{ repId: number }[]>`
    select rep_id as "repId" from leg
    where organization_id = ${organizationId} and call_id = ${callId} order by leg_no`
  return rows.map((row) => row.repId)
}

async function moveRep(organizationId: number, repId: number, teamId: number): Promise<void> {
  await world.database.writing`
    update rep set team_id = ${teamId} where organization_id = ${organizationId} and id = ${repId}`
}

it('nobody verifies a call they had a part in, whoever else had one', async () => {
  const center = await world.center()
  const ownTeam = await center.team('where the supervisor takes calls')
  const ledTeam = await center.team('which the supervisor leads')
  const repId = await center.rep('ana', ownTeam)
  await center.rep('bo', ledTeam)
  await center.deliver(callRecord({ externalId: 'one', legs: [{ rep: 'ana' }, { rep: 'bo' }] }))
  const callId = await center.callId('one')
  const supervisor = await center.person('supervisor', { repId, teamIds: [ledTeam] })
  const body = { claim: 'resolved', note: 'I know.' }
  const refusal = await supervisor.refused(calls.verify, { params: { callId }, body })
  expect(refusal.reason).toBe('own_call')
})

it('a verification counts at once, and the latest one counts', async () => {
  const { center, callId } = await centerWith({ mature: true, repeat: true })
  const admin = await center.person('admin')
  const verify = (claim: 'resolved' | 'not_resolved') =>
    admin.tell(calls.verify, { params: { callId }, body: { claim, note: 'Listened to it.' } })
  expect(await verify('resolved')).toMatchObject({ outcome: 'resolved', source: 'supervisor' })
  world.clock.pass(1)
  expect(await verify('not_resolved')).toMatchObject({ outcome: 'not_resolved', state: 'final' })
  const page = await admin.ask(calls.show, { params: { callId } })
  expect(page.evidence.map(({ source, claim, note }) => [source, claim, note])).toEqual([
    ['supervisor', 'resolved', 'Listened to it.'],
    ['supervisor', 'not_resolved', 'Listened to it.'],
  ])
})
