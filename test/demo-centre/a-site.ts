import { type Server } from 'node:http'
import { afterEach } from 'vitest'
import { openCentre } from '../../server/demo-centre/open-centre.ts'
import { emptyInstallation, serve } from './fake-api.ts'
import { handlers } from './fake-handlers.ts'
import { firstDay } from './ninety-days.ts'

export const seed = 7
export const historyDays = 2
export const hour = 3_600_000
/** Two days after the first, at half past ten. */
export const opening = (firstDay + historyDays) * 86_400_000 + 10.5 * hour

let servers: Server[] = []
afterEach(() => {
  for (const server of servers) server.close()
  servers = []
})

/** A clock that only `wait` moves, and an installation that looks at it. */
export async function installation() {
  const clock = { now: opening }
  const of = emptyInstallation(() => clock.now)
  const { baseUrl, server } = await serve(of, handlers)
  servers.push(server)
  return { of, clock, baseUrl }
}
export type Site = Awaited<ReturnType<typeof installation>>

/** Opens the centre and closes it when it has waited until an instant. */
export async function run(
  { clock, baseUrl }: Site,
  closing: number,
  given: { recordsPerRequest?: number } = {},
) {
  const closed = new AbortController()
  const said: string[] = []
  await openCentre({
    baseUrl,
    seed,
    now: () => clock.now,
    wait: async (milliseconds) => {
      // Ticks of half a minute are enough here and take less of the machine.
      clock.now += Math.max(milliseconds, 30_000)
      if (clock.now > closing) closed.abort()
    },
    log: (sentence) => said.push(sentence),
    signal: closed.signal,
    historyDays,
    ...given,
  })
  return said
}
