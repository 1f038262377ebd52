import { quantile } from './balance-measure.ts'
import { type Probe } from './floor-load.ts'
import { type Receipt } from './floor-words.ts'

/** From the reply to an event until each watcher's floor had it, in milliseconds. */
export function latenciesOf(probes: readonly Probe[], receipts: readonly Receipt[]) {
  const times: number[] = []
  const seen = receipts.filter(({ probeSince }) => probeSince !== null)
  for (const { since, acceptedAt } of probes) {
    // Where the next probe was quicker than the batch, the first message that tells of either.
    const first = seen.find(({ probeSince }) => (probeSince ?? 0) >= since)
    if (!first) throw new Error(`No watcher was told of the probe at ${since}.`)
    for (const at of first.times) times.push(Math.max(0, at - acceptedAt))
  }
  const [p50, p99, most] = [quantile(times, 0.5), quantile(times, 0.99), quantile(times, 1)]
  return { p50, p99, most, probes: probes.length }
}
