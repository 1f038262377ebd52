import { type Viewer } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { beginningOfDay } from './board-day.ts'
import { tellServers } from './presence-store.ts'
import { dropShown, findOwnLeg, keepShown } from './recognition-store.ts'

/**
 * Puts a rep's own recognized call on the board, or takes it off. Nobody does it for them: the leg
 * has to be the viewer's own.
 *
 * @param now epoch milliseconds
 * @throws Refused where the call is not theirs, or is not recognized
 */
export async function showRecognition(
  database: Database,
  { organizationId, repId }: Viewer,
  { callId, legNo, isShown }: { callId: number; legNo: number; isShown: boolean },
  now: number,
): Promise<void> {
  if (repId === null) throw unknown()
  const leg = { organizationId, repId, callId, legNo }
  await database.writing.begin(async (transaction) => {
    const own = await findOwnLeg(transaction, leg)
    if (isShown) {
      if (!own) throw unknown()
      if (!own.isRecognized) throw new Refused('not_recognized', notRecognized)
      await keepShown(transaction, leg, { since: beginningOfDay(now), now })
    } else if (!(await dropShown(transaction, leg)) && !own) throw unknown()
    await tellServers(transaction, organizationId, 'board')
  })
}

const unknown = () => new Refused('call_unknown', 'There is no such call among yours.')
const notRecognized =
  'This call is not recognized: it has to be solved for good, and its window closed.'
