import { type CallRecord } from '../../shared/calls/call-record.ts'
import * as balance from '../../shared/balance/contract.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { type World } from '../world/open-world.ts'
import { watermarkAt } from './small-worlds.ts'

/** A center whose balance is kept up to date by the test. */
export type Balanced = {
  center: Center
  reader: Caller
  /** Delivers records and lets everything rest on them. */
  take: (...records: readonly CallRecord[]) => Promise<void>
  /** Builds a version now. */
  rebuild: (span?: { from: string; to: string }) => Promise<number>
  /** The version standings rest on. */
  version: () => Promise<number | null>
}

/** A new center that has delivered these records, complete until the watermark. */
export async function balanceOf(
  world: World,
  records: readonly CallRecord[],
  completeUntil = watermarkAt,
): Promise<Balanced> {
  const center = await world.center()
  const reader = await center.key('read')
  let admin: Caller | null = null
  const take = async (...more: readonly CallRecord[]): Promise<void> => {
    const { refused } = await center.deliver(...more)
    const unexpected = refused.filter(({ reason }) => reason !== 'stale_version')
    if (unexpected.length > 0) throw new Error(JSON.stringify(unexpected))
    await center.completeUntil(completeUntil * 1000)
    await world.house.balance.lookAtAll()
  }
  await take(...records)
  return {
    ...{ center, reader, take },
    rebuild: async (span) => {
      admin ??= await center.person('admin')
      return (await admin.tell(balance.rebuild, { body: span ?? {} })).version
    },
    version: async () => (await reader.ask(balance.reps)).version,
  }
}
