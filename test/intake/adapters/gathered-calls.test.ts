import { describe, expect, it } from 'vitest'
import {
  gatheredCalls,
  linesAtHandLimit,
  linesPerCallLimit,
} from '../../../server/intake/adapters/gathered-calls.ts'
import { ignored } from '../../../server/intake/adapters/line-outcomes.ts'
import { type RowOutcome } from '../../../server/intake/row-outcome.ts'

const record = (externalId: string): RowOutcome => ({
  kind: 'record',
  record: {
    ...{ source: 's', externalId, startedAt: '2026-01-01T00:00:00Z', direction: 'inbound' },
    legs: [],
  },
})
const line = (lineNumber: number) => ({ lineNumber, text: `line ${lineNumber}` })

describe('lines of one call', () => {
  it('are told together at the end, the last with the record', () => {
    const told: string[][] = []
    const calls = gatheredCalls<string>((parts, key) => {
      told.push([...parts])
      return record(key)
    }, 'Sort.')
    expect(calls.take('a', 'x', line(1))).toEqual([])
    expect(calls.take('b', 'y', line(2))).toEqual([])
    expect(calls.take('a', 'z', line(3))).toEqual([])
    const lines = calls.end()
    expect(told).toEqual([['y'], ['x', 'z']])
    expect(lines.map(({ lineNumber, outcome }) => [lineNumber, outcome.kind])).toEqual([
      [2, 'record'],
      [1, 'joined'],
      [3, 'record'],
    ])
    expect(lines[2]?.text).toBe('line 3')
  })

  it('are all ignored where the call is', () => {
    const calls = gatheredCalls<string>(() => ignored('still_open'), 'Sort.')
    calls.take('a', 'x', line(1))
    calls.take('a', 'y', line(2))
    expect(calls.end().map(({ outcome }) => outcome.kind)).toEqual(['ignored', 'ignored'])
  })

  it('beyond the limit: the call that was quiet longest is told, and later lines of it refused', () => {
    const calls = gatheredCalls<string>((_, key) => record(key), 'Sort the file.')
    calls.take('first', 'x', line(1))
    calls.take('second', 'x', line(2))
    calls.take('first', 'y', line(3))
    let early = calls.take('other 0', 'x', line(4))
    for (let number = 5; early.length === 0; number += 1) {
      early = calls.take(`other ${number}`, 'x', line(number))
    }
    expect(early).toMatchObject([{ lineNumber: 2, outcome: { kind: 'record' } }])
    const [late] = calls.take('second', 'z', line(99_999))
    expect(late?.outcome).toMatchObject({ kind: 'refused', reason: 'inconsistent' })
    expect(late?.outcome).toHaveProperty('message', expect.stringContaining('Sort the file.'))
    expect(calls.end()).toHaveLength(linesAtHandLimit)
  })

  it('of which there are too many for one call are refused', () => {
    const calls = gatheredCalls<number>((_, key) => record(key), 'Sort.')
    for (let number = 1; number <= linesPerCallLimit; number += 1) {
      expect(calls.take('a', number, line(number))).toEqual([])
    }
    expect(calls.take('a', 0, line(9_999))).toMatchObject([{ outcome: { kind: 'refused' } }])
  })
})
