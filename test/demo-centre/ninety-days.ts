import { asRecord } from '../../server/demo-centre/world/as-record.ts'
import { instantWriter } from '../../server/demo-centre/world/calendar.ts'
import { daysOf } from '../../server/demo-centre/world/days.ts'
import { type SimulatedCall } from '../../server/demo-centre/world/simulated-call.ts'
import { foundWorld } from '../../server/demo-centre/world/world.ts'

/** Monday, 16 February 2026. */
export const firstDay = 20_500

/** The calls of so many days from the first. */
export function callsOf(seed: number, days: number, from = firstDay): SimulatedCall[] {
  const dayOf = daysOf(foundWorld(seed, from))
  return Array.from({ length: days }, (_, nth) => dayOf(from + nth)).flat()
}

/** Their records, as text: what two runs must have in common to the byte. */
export function linesOf(calls: readonly SimulatedCall[]): string[] {
  const instant = instantWriter()
  return calls.map((call) => JSON.stringify(asRecord(call, 'last', instant)))
}
