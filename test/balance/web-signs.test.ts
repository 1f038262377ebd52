import { describe, expect, test } from 'vitest'
import { detectors } from '../../shared/balance/words.ts'
import { sayQuiet, saySeen, signBlocks, type SignStatement } from '../../web/balance/sign-say.ts'
import { sayExpected } from '../../web/balance/sign-expected.ts'

const statement = (given: Partial<SignStatement>): SignStatement => ({
  detector: 'claims_against_returns',
  key: 'Billing',
  name: 'Billing',
  count: 93,
  of: 700,
  usually: 51.2,
  low: 0.01,
  high: 0.1,
  flagged: false,
  ...given,
})

describe('the signs', () => {
  test('of every detector have a place, those that found something first', () => {
    const blocks = signBlocks([
      statement({ detector: 'padding' }),
      statement({ detector: 'survey_steering', flagged: true }),
    ])
    expect(blocks.map(({ detector }) => detector).toSorted()).toEqual([...detectors].toSorted())
    expect(blocks.slice(0, 2).map(({ detector }) => detector)).toEqual([
      'survey_steering',
      'padding',
    ])
    expect(blocks[0]?.flagged).toHaveLength(1)
    expect(blocks[1]?.quiet).toHaveLength(1)
  })

  test('are counts beside what is usual', () => {
    expect(saySeen(statement({}))).toBe(
      'of 700 calls marked solved, 93 customers called again; elsewhere it is about 51.',
    )
    expect(saySeen(statement({ usually: null }))).toBe(
      'of 700 calls marked solved, 93 customers called again.',
    )
  })

  test.each(detectors)('of %s say both counts', (detector) => {
    const said = saySeen(statement({ detector, count: 1_234, of: 5_678 }))
    expect(said).toContain('1,234')
    expect(said).toContain('5,678')
  })

  test('that were not found name where, as far as names can be read', () => {
    const named = (names: string[]) => names.map((name) => statement({ name }))
    expect(sayQuiet([], true)).toBeNull()
    expect(sayQuiet(named(['A', 'B', 'C']), true)).toBe('No sign of it in A, B or C.')
    expect(sayQuiet(named(['A']), false)).toBe('No sign of it elsewhere: A.')
    expect(sayQuiet(named(['A', 'B', 'C', 'D', 'E', 'F']), true)).toBe(
      'No sign of it in A, B, C, D and 2 more.',
    )
  })

  test('say an expected count without digits it does not support', () => {
    expect([0.2, 0.7, 1, 11.4, 1_234.6].map(sayExpected)).toEqual([
      'hardly any',
      'less than one',
      'about 1',
      'about 11',
      'about 1,235',
    ])
  })
})
