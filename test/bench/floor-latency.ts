import { quantile } from './balance-measure.ts'
import { type Probe } from './floor-load.ts'
import { type Receipt } from './floor-words.ts'

/** From the reply to an event until each watcher's floor had it, in milliseconds. */
export function latenciesOf(probes: readonly Probe[], receipts: readonly Receipt[]) {
  const times = probes.flatMap(({ since, acceptedAt }) => {
    // Where the next probe was quicker than the batch, the first message that tells of either.
    const told = receipts.filter(({ probeSince }) => probeSince !== null && probeSince >= since)
    const first = new Map<number, number>()
    for (const { watcher, at } of told.flatMap((receipt) => receipt.times)) {
      first.set(watcher, Math.min(first.get(watcher) ?? Infinity, at))
    }
    if (first.size === 0) throw new Error(`No watcher was told of the probe at ${since}.`)
    return [...first.values()].map((at) => Math.max(0, at - acceptedAt))
  })
  const [p50, p99, most] = [quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1)]
  return { p50, p99, most, probes: probes.length }
}
