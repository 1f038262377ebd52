import { expect, it } from 'vitest'
import { type AircallWrapEvent } from '../../../server/intake/adapters/aircall/event.ts'
import { keptWraps, wrapsAtHandLimit } from '../../../server/intake/adapters/aircall/kept-wraps.ts'

const wrap = (id: string, at: number): AircallWrapEvent => ({
  about: 'wrap',
  name: 'user.wut_start',
  at,
  user: { id, name: null, email: null },
})

it('joins what a call was made with, repeats too, and gives the rest up at the end', () => {
  const kept = keptWraps()
  for (const [place, event] of [wrap('1', 5), wrap('1', 5), wrap('1', 9), wrap('2', 5)].entries()) {
    expect(kept.keep(event, place + 1)).toEqual([])
  }
  expect(kept.of(new Set(['1']), 4, 8)).toEqual([wrap('1', 5), wrap('1', 5)])
  expect(kept.joinTo('41', [wrap('1', 5)]).map(({ lineNumber }) => lineNumber)).toEqual([1, 2])
  expect(kept.end().map(({ lineNumber, outcome }) => [lineNumber, outcome])).toEqual([
    [3, { kind: 'ignored', rule: 'wrap_up_without_call' }],
    [4, { kind: 'ignored', rule: 'wrap_up_without_call' }],
  ])
})

it('gives up what it holds beyond the limit, each line once', () => {
  const kept = keptWraps()
  const lines = Array.from({ length: wrapsAtHandLimit + 1 }, (_, place) =>
    kept.keep(wrap(String(place % 7), place), place + 1),
  ).flat()
  expect(new Set(lines.map(({ lineNumber }) => lineNumber)).size).toBe(wrapsAtHandLimit + 1)
  expect(kept.end()).toEqual([])
})
