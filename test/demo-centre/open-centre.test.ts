import { describe, expect, it, vi } from 'vitest'
import { demoSignIns } from '../../server/demo-centre/sign-ins.ts'
import { asRecord } from '../../server/demo-centre/world/as-record.ts'
import { instantWriter } from '../../server/demo-centre/world/calendar.ts'
import { daysOf } from '../../server/demo-centre/world/days.ts'
import { dueCalls } from '../../server/demo-centre/world/due-calls.ts'
import { foundWorld } from '../../server/demo-centre/world/world.ts'
import { historyDays, hour, installation, opening, run, seed, type Site } from './a-site.ts'
import { type Installation } from './fake-api.ts'
import { firstDay } from './ninety-days.ts'

/** A busy machine takes several times as long as an idle one. */
vi.setConfig({ testTimeout: 60_000 })

const linesIn = (of: Installation) =>
  [...of.calls.values()].map(({ record }) => JSON.stringify(record)).sort()

/** What the world says should be stored by then. */
function linesUntil(until: number, after = firstDay * 86_400 - 1): string[] {
  const instant = instantWriter()
  const days = daysOf(foundWorld(seed, firstDay))
  return [...dueCalls(days, after, Math.floor(until / 1_000))]
    .map(({ call, version }) => JSON.stringify(asRecord(call, version, instant)))
    .sort()
}

/** The last tick before the centre closed. */
const lastTick = ({ clock }: Site) => clock.now - 30_000

describe('the first start', () => {
  it('sets up a simulated organization with its teams, reps and sign-ins', async () => {
    const site = await installation()
    const { of } = site
    await run(site, opening)
    expect(of.refusals).toEqual([])
    expect(of.organization?.isSimulated).toBe(true)
    expect(of.organization?.name).toContain('simulated')
    expect(of.teams).toHaveLength(5)
    expect(of.reps.filter((rep) => rep.isConfirmed)).toHaveLength(57)
    expect(of.reps.filter((rep) => rep.isConfirmed).every((rep) => rep.teamId !== null)).toBe(true)
    expect(of.people.filter(({ role }) => role === 'supervisor')).toHaveLength(5)
    const supervisors = of.people.filter(({ role }) => role === 'supervisor')
    expect(new Set(supervisors.flatMap(({ teamIds }) => teamIds)).size).toBe(5)
    expect(of.people.filter(({ role }) => role === 'rep')).toHaveLength(25)
    for (const person of of.people.filter(({ role }) => role === 'rep')) {
      expect(of.reps.find(({ id }) => id === person.repId)?.name).toBe(person.name)
    }
    expect(demoSignIns.map(({ role }) => role)).toEqual(['admin', 'supervisor', 'rep', 'rep'])
    for (const { role, email, password } of demoSignIns) {
      expect(of.people.find((person) => person.email === email)).toMatchObject({ role, password })
    }
  })

  it('tells the history oldest first, in requests of at most so many records', async () => {
    const site = await installation()
    const said = await run(site, opening, { recordsPerRequest: 500 })
    expect(linesIn(site.of)).toEqual(linesUntil(lastTick(site)))
    const history = site.of.deliveries.filter((records) => records === 500)
    expect(history.length).toBeGreaterThan(6)
    expect(site.of.deliveries.every((records) => records <= 500)).toBe(true)
    const starts = [...site.of.calls.values()].slice(0, 4_000).map(({ record }) => record.startedAt)
    expect(starts).toEqual([...starts].sort())
    expect(said.join(' ')).toMatch(/told \d+ calls/)
  })

  it('lets the reps write about their own calls', async () => {
    const site = await installation()
    await run(site, opening)
    const { reflections } = site.of
    expect(reflections.size).toBeGreaterThan(15)
    expect(new Set([...reflections.values()].map(({ by }) => by.email)).size).toBeGreaterThan(8)
    expect([...reflections.values()].every(({ by }) => by.role === 'rep')).toBe(true)
  })
})

describe('live', () => {
  it('tells calls as they end, wrap-up that comes late, and reflections now and then', async () => {
    const site = await installation()
    const { of } = site
    await run(site, opening)
    const before = { calls: of.calls.size, reflections: of.reflections.size }
    const deliveries = of.deliveries.length
    await run(site, opening + 2 * hour)
    expect(linesIn(of)).toEqual(linesUntil(lastTick(site)))
    expect(of.calls.size - before.calls).toBeGreaterThan(150)
    expect(of.reflections.size).toBeGreaterThan(before.reflections)
    expect(of.deliveries.length - deliveries).toBeGreaterThan(100)
    expect([...of.calls.values()].some(({ record }) => record.version === 2)).toBe(true)
    const behind = site.clock.now - of.completeUntil
    expect(behind).toBeGreaterThanOrEqual(0)
    expect(behind).toBeLessThan(3 * hour)
    expect(of.refusals).toEqual([])
    const said = new Set(of.floor.map((event) => ('state' in event ? event.state : event.kind)))
    for (const state of ['waiting', 'answered', 'ended', 'talking', 'wrapping_up', 'available']) {
      expect(said, state).toContain(state)
    }
    // Told as it happens: in order, nothing that has not happened yet, nothing twice.
    const instants = of.floor.map((event) => Date.parse(event.at))
    expect(instants).toEqual([...instants].sort((a, b) => a - b))
    expect(instants.at(-1)).toBeLessThanOrEqual(site.clock.now)
    expect(new Set(of.floor.map((event) => JSON.stringify(event))).size).toBe(of.floor.length)
  })

  it('goes on at night with a trickle', async () => {
    const site = await installation()
    site.clock.now = (firstDay + historyDays) * 86_400_000 + 2 * hour
    const night = site.clock.now
    await run(site, night)
    const before = site.of.calls.size
    await run(site, night + 2 * hour)
    expect(site.of.calls.size - before).toBeGreaterThan(10)
    expect(site.of.calls.size - before).toBeLessThan(80)
    expect(site.of.completeUntil).toBeGreaterThan(night + hour)
    expect(site.of.refusals).toEqual([])
  })

  it('stops when its key is revoked, and says so', async () => {
    const site = await installation()
    site.of.trouble = () => {
      if (site.of.keys[0] && site.clock.now > opening + hour) site.of.keys[0].isRevoked = true
      return null
    }
    const said = await run(site, opening + 3 * hour)
    expect(said.at(-1)).toMatch(/revoked/)
    expect(site.clock.now).toBeLessThan(opening + 2 * hour)
  })

  it('signs in again when a session has ended', async () => {
    const site = await installation()
    let hasEnded = false
    site.of.trouble = () => {
      if (!hasEnded && site.clock.now > opening + hour) {
        hasEnded = true
        site.of.sessions.clear()
      }
      return null
    }
    await run(site, opening + 3 * hour)
    expect(hasEnded).toBe(true)
    expect(linesIn(site.of)).toEqual(linesUntil(lastTick(site)))
    expect([...site.of.sessions.values()].some(({ role }) => role === 'admin')).toBe(true)
    expect([...site.of.sessions.values()].some(({ role }) => role === 'rep')).toBe(true)
  })
})

describe('a later start', () => {
  it('goes on with the same world as if it had never been closed', async () => {
    const site = await installation()
    await run(site, opening + hour)
    const people = site.of.people.length
    site.clock.now = opening + 30 * hour
    await run(site, opening + 31 * hour)
    expect(linesIn(site.of)).toEqual(linesUntil(lastTick(site)))
    expect(site.of.people).toHaveLength(people)
    expect(site.of.keys.filter(({ isRevoked }) => !isRevoked)).toHaveLength(1)
    expect(site.of.refusals).toEqual([])
  })

  it('leaves words alone that somebody has written meanwhile', async () => {
    const site = await installation()
    await run(site, opening)
    for (const one of site.of.reflections.values()) one.reflection = { outcome: 'not_sure' }
    const written = new Set(site.of.reflections.keys())
    site.clock.now = opening + hour
    await run(site, opening + 2 * hour)
    for (const callId of written) {
      expect(site.of.reflections.get(callId)?.reflection).toEqual({ outcome: 'not_sure' })
    }
  })

  it('catches up with the last days only after a long time', async () => {
    const site = await installation()
    await run(site, opening)
    const told = new Set(site.of.calls.keys())
    const later = opening + 20 * 24 * hour
    site.clock.now = later
    await run(site, later)
    const fresh = [...site.of.calls].filter(([id]) => !told.has(id)).map(([, { record }]) => record)
    const earliest = new Date(later - historyDays * 24 * hour).toISOString().slice(0, 10)
    expect(fresh.length).toBeGreaterThan(2_000)
    expect(fresh.every(({ endedAt }) => endedAt != null && endedAt >= earliest)).toBe(true)
  })

  it('finishes a set-up that was cut off', async () => {
    const site = await installation()
    let creations = 0
    site.of.trouble = (method, path) => {
      if (method !== 'POST' || path !== '/api/reps') return null
      creations += 1
      return creations === 20 ? 'bug' : null
    }
    await expect(run(site, opening)).rejects.toThrow('/api/reps')
    await run(site, opening)
    expect(site.of.reps.filter((rep) => rep.isConfirmed)).toHaveLength(57)
    expect(site.of.teams).toHaveLength(5)
    expect(linesIn(site.of)).toEqual(linesUntil(lastTick(site)))
  })
})

describe('the API', () => {
  it('may be starting or busy for a while', async () => {
    const site = await installation()
    let requests = 0
    site.of.trouble = () => {
      requests += 1
      if (requests <= 3) return 'starting_up'
      return requests % 7 === 0 ? 'too_busy' : null
    }
    await run(site, opening + hour / 2)
    expect(requests).toBeGreaterThan(100)
    expect(site.of.reps.filter((rep) => rep.isConfirmed)).toHaveLength(57)
    expect(site.of.calls.size).toBeGreaterThan(4_000)
  })

  it('of somebody with calls of their own gets nothing', async () => {
    const site = await installation()
    site.of.organization = { name: 'Ours', isSimulated: false }
    const said = await run(site, opening + hour)
    expect(said.join(' ')).toMatch(/stays closed/)
    expect(site.of.calls.size + site.of.reps.length + site.of.keys.length).toBe(0)
  })

  it('of somebody whose admin has the same address and password gets nothing either', async () => {
    const site = await installation()
    await run(site, opening)
    const { calls } = site.of
    calls.clear()
    site.of.organization = { name: 'Ours', isSimulated: false }
    await run(site, site.clock.now + hour)
    expect(calls.size).toBe(0)
  })
})
