import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../../server/database/embedded.ts'
import { connect } from '../../server/database/connect.ts'
import { type Center, singleCall } from './kill-center.ts'

/** Calls that are sent one by one, by their number. */
export type Singles = {
  sent: number
  /** Answered with 200: they must be there whatever happens next. */
  acknowledged: Set<number>
  /** Sent without an answer; they may be there or not, and can be sent again. */
  open: Set<number>
}

const sendersAtOnce = 4
const busyMilliseconds = 100

/**
 * Sends single calls until it is told to stop; without a signal, those that were never answered.
 *
 * @param stopped the server is dead; a request that fails then is no fault
 */
export async function sendSingles(
  address: string,
  key: string,
  singles: Singles,
  stopped: AbortSignal | null,
): Promise<void> {
  const next = (): number | null => {
    if (stopped?.aborted) return null
    const [open] = singles.open
    if (stopped === null) return open ?? null
    return singles.sent++
  }
  const send = async (): Promise<void> => {
    for (let count = next(); count !== null; count = next()) {
      if (stopped === null) singles.open.delete(count)
      else singles.open.add(count)
      const reply = await post(address, key, count)
      if (reply === 'gone' && stopped === null) throw new Error(`Nobody took call ${count}.`)
      if (reply === 'gone') return
      singles.open.delete(count)
      singles.acknowledged.add(count)
    }
  }
  await Promise.all(Array.from({ length: sendersAtOnce }, send))
}

/** Sends one, again where it is asked to wait; `gone` where there was no answer. */
async function post(address: string, key: string, count: number): Promise<'taken' | 'gone'> {
  try {
    const reply = await fetch(`${address}/api/calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(singleCall(count)),
    })
    const text = await reply.text()
    if (reply.status === 503) {
      await wait(busyMilliseconds)
      return await post(address, key, count)
    }
    const told = JSON.parse(text) as { accepted?: number; unchanged?: number }
    if (reply.ok && (told.accepted ?? 0) + (told.unchanged ?? 0) === 1) return 'taken'
    throw new Error(`A single call was refused: ${reply.status} ${text}`)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('A single call')) throw error
    return 'gone'
  }
}

/** Acknowledged calls that are not in the database. */
export async function lostOf({ folder }: Center, { acknowledged }: Singles): Promise<string[]> {
  if (acknowledged.size === 0) return []
  // It runs: the server was started before.
  const { url } = await startEmbedded(folder)
  const database = connect(url)
  try {
    const rows = await database.reading<{ id: string }[]>`
      select c.external_id as id from call c join feed f
        on f.organization_id = c.organization_id and f.id = c.feed_id where f.source = 'single'`
    const stored = new Set(rows.map(({ id }) => id))
    return [...acknowledged].map((count) => `single-${count}`).filter((id) => !stored.has(id))
  } finally {
    await database.close()
  }
}
