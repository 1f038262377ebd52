import { createKey, keys, revokeKey } from '../../shared/roster/key-contract.ts'
import { tell, type Api, type Speaker } from './api.ts'
import { everyItem } from './every-item.ts'
import { dateOf, dayOfDate } from './world/calendar.ts'

/**
 * The key's name keeps the world's first day: with it and the seed the same world goes on after
 * a restart, and nothing has to be stored anywhere else.
 */
const keyName = (firstDay: number) => `Simulated phone system since ${dateOf(firstDay)}`
const keyNamePattern = /^Simulated phone system since (\d{4}-\d{2}-\d{2})$/

type EarlierKeys = { ids: number[]; firstDay: number | null }

/** The keys of earlier starts, and the first day they tell; null where there has been none. */
export async function earlierKeys(api: Api, admin: Speaker): Promise<EarlierKeys> {
  const all = await everyItem(api, admin, keys, { params: {}, query: {} })
  const ours = all.flatMap(({ id, name }) => {
    const date = keyNamePattern.exec(name)?.[1]
    return date === undefined ? [] : [{ id, firstDay: dayOfDate(date) }]
  })
  return { ids: ours.map(({ id }) => id), firstDay: ours[0]?.firstDay ?? null }
}

/** Makes a fresh key, then revokes the earlier ones, so that there is always one to tell. */
export async function freshKey(
  api: Api,
  admin: Speaker,
  firstDay: number,
  earlier: EarlierKeys,
): Promise<Speaker> {
  const { reply } = await tell(api, admin, createKey, {
    params: {},
    body: { name: keyName(firstDay), scopes: ['calls:write'] },
  })
  for (const keyId of earlier.ids) {
    await tell(api, admin, revokeKey, { params: { keyId }, body: {} })
  }
  return { key: reply.key }
}
