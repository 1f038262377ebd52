import { describe, expect, it, vi } from 'vitest'
import { hour, installation, opening, run } from './a-site.ts'

/** A busy machine takes several times as long as an idle one. */
vi.setConfig({ testTimeout: 60_000 })

describe('what reps do of their own accord', () => {
  it('is to share some of what they write, if it says what resolved a call', async () => {
    const site = await installation()
    await run(site, opening)
    const { shared, reflections } = site.of
    expect(shared.size).toBeGreaterThan(3)
    expect(shared.size).toBeLessThan(reflections.size * 0.6)
    for (const [callId, by] of shared) {
      expect(reflections.get(callId)?.by).toBe(by)
      expect(reflections.get(callId)?.reflection.whatResolvedIt).toBeTruthy()
    }
  })

  it('is to put a recognized call on the board, each at most one a day', async () => {
    const site = await installation()
    await run(site, opening + 2 * hour)
    const by = [...site.of.shown.values()].map(({ email }) => email)
    expect(by.length).toBeGreaterThan(2)
    expect(new Set(by).size).toBe(by.length)
    expect([...site.of.shown.values()].every(({ role }) => role === 'rep')).toBe(true)
    expect(site.of.refusals).toEqual([])
  })
})
