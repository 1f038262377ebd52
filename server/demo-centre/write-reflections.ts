import { list } from '../../shared/calls/contract.ts'
import { record, share } from '../../shared/reflections/contract.ts'
import { tell } from './api.ts'
import { asRep } from './as-rep.ts'
import { secondsNow, type Centre } from './centre.ts'
import { everyItem } from './every-item.ts'
import { repIdsByAlias } from './invite-people.ts'
import { type WrittenReflection } from './words/reflect.ts'
import { dateOf, dayOf } from './world/calendar.ts'

/**
 * Records the reflections whose time has come, as the reps who had the calls. A call that already
 * carries one is left alone, and so is one that is not there.
 *
 * @returns how many were recorded
 */
export async function writeReflections(centre: Centre): Promise<number> {
  const now = secondsNow(centre.given)
  const due = centre.unwritten.filter(({ writtenAt }) => writtenAt <= now)
  if (due.length === 0) return 0
  const repIds = await repIdsByAlias(centre.api, centre.admin)
  const writers = { ...centre, repIds }
  let recorded = 0
  for (const one of due) {
    if (await writeOne(writers, one)) recorded += 1
  }
  centre.unwritten = centre.unwritten.filter(({ writtenAt }) => writtenAt > now)
  return recorded
}

/** What it takes to write as a rep: who may look calls up, and the reps' own sessions. */
type Writers = Pick<Centre, 'api' | 'admin' | 'sessions'> & {
  repIds: ReadonlyMap<string, number>
}

async function writeOne(writers: Writers, written: WrittenReflection): Promise<boolean> {
  const { api } = writers
  const { rep, reflection, isShared } = written
  const callId = await callWithoutReflection(writers, written)
  if (callId === null) return false
  const params = { callId }
  const recorded = await asRep(writers, rep.place, async (speaker) => {
    const { reply } = await tell(api, speaker, record, { params, body: reflection })
    if (isShared) await tell(api, speaker, share, { params, body: { isShared } })
    return reply
  })
  return recorded !== null
}

/** Which call it is on the other side: the rep's one that began at this second. */
async function callWithoutReflection(
  { api, admin, repIds }: Writers,
  { rep, call }: WrittenReflection,
): Promise<number | null> {
  const repId = repIds.get(rep.alias)
  if (repId === undefined) return null
  const day = dateOf(dayOf(call.attempt.at))
  const query = { rep: [repId], from: day, to: day }
  const lines = await everyItem(api, admin, list, { params: {}, query })
  const line = lines.find(({ startedAt }) => Date.parse(startedAt) === call.attempt.at * 1_000)
  return line && !line.hasReflection ? line.callId : null
}
