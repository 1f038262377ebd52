import { type Viewer } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { handled } from './reflection-store.ts'
import { findOwnWords, keepShared } from './sharing-store.ts'
import { forgetUnshared, tellShared } from './sharing-outbox-store.ts'

/**
 * Shares a rep's own reflection with their organization, or keeps it private again: then it is
 * taken out of everything at once, also out of messages that wait to be sent.
 *
 * @param now epoch milliseconds
 * @throws Refused where it is not theirs, or nothing is in it that is shared
 */
export async function shareReflection(
  database: Database,
  { organizationId, repId }: Viewer,
  { callId, isShared }: { callId: number; isShared: boolean },
  now: number,
): Promise<void> {
  if (repId === null) throw unknown()
  const own = { organizationId, callId, repId }
  await database.writing.begin(async (transaction) => {
    const words = await findOwnWords(transaction, own)
    if (words === null && !(await handled(transaction, organizationId, callId, repId))) {
      throw unknown()
    }
    if (isShared && !words) throw new Refused('nothing_to_share', nothingToShare)
    await keepShared(transaction, own, isShared, now)
    if (isShared) await tellShared(transaction, own, now)
    else await forgetUnshared(transaction, organizationId, [callId])
  })
}

const unknown = () => new Refused('call_unknown', 'There is no such call among yours.')
const nothingToShare =
  'whatResolvedIt is what colleagues read; record it before sharing the reflection.'
