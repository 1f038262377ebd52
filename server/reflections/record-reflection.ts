import { type ReflectionOnPage } from '../../shared/calls/call-page.ts'
import { type Reflection } from '../../shared/reflections/contract.ts'
import { type Viewer } from '../../shared/roster/sight.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { handled, keepReflection } from './reflection-store.ts'

/** Records a rep's reflection on their own call; a later one replaces it. */
export async function recordReflection(
  database: Database,
  who: { viewer: Viewer; userId: string; name: string },
  callId: number,
  given: Reflection,
  now: number,
): Promise<ReflectionOnPage> {
  const { organizationId, repId } = who.viewer
  if (repId === null || !(await handled(database.reading, organizationId, callId, repId))) {
    throw new Refused('call_unknown', 'There is no such call among yours.')
  }
  const reflection = {
    outcome: given.outcome,
    whatResolvedIt: given.whatResolvedIt?.trim() ?? '',
    whatStuck: given.whatStuck?.trim() ?? '',
    wordsThatWorked: given.wordsThatWorked?.trim() ?? '',
    whatDidNotGoWell: given.whatDidNotGoWell?.trim() ?? '',
    whatNextTime: given.whatNextTime?.trim() ?? '',
    skills: given.skills ?? [],
    friction: given.friction?.trim() ?? '',
  }
  const kept = await keepReflection(database, {
    ...{ organizationId, callId, repId, reflection },
    userId: who.userId,
    actor: who.name,
    now: new Date(now),
  })
  return {
    ...reflection,
    rep: { id: repId, name: kept.repName },
    isShared: kept.isShared,
    recordedAt: kept.recordedAt.toISOString(),
    changedAt: kept.changedAt.toISOString(),
  }
}
