import { type OutcomeOfCall } from '../../shared/calls/beside.ts'
import { type Claim } from '../../shared/calls/words.ts'
import { type Viewer } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { findLegs } from './call-page-store.ts'
import { addVerification } from './claim-store.ts'
import { showCall } from './show-call.ts'

/**
 * Records what a second person found out about a call. It is evidence beside the other
 * evidence; whoever handled the call can't verify it.
 */
export async function verifyOutcome(
  database: Database,
  who: { viewer: Viewer; userId: string; name: string },
  given: { callId: number; claim: Claim; note: string },
  now: number,
): Promise<OutcomeOfCall> {
  const { viewer } = who
  // Whoever may not see the call is refused here; what it shows hides legs of colleagues.
  await showCall(database.reading, viewer, given.callId)
  const legs = await findLegs(database.reading, viewer.organizationId, given.callId)
  if (legs.some((leg) => leg.repId === viewer.repId)) {
    throw new Refused('own_call', 'Somebody who did not handle this call must verify it.')
  }
  await addVerification(database, viewer.organizationId, {
    ...given,
    at: new Date(now),
    userId: who.userId,
    actor: who.name,
  })
  return (await showCall(database.reading, viewer, given.callId)).outcome
}
