import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { readText } from './reading.ts'

const page = readFileSync('docs/column-mapping.md', 'utf8')

/** The first block of a language on the page. */
const block = (language: string) =>
  new RegExp('```' + language + '\\n([^]*?)```').exec(page)?.[1] ?? ''

/** Every name an option or a field has in the language. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => [
    ...(key === 'properties' ? Object.keys(value as object) : []),
    ...namesIn(value),
  ])
}

describe('the page about column mapping', () => {
  it('explains every option of the language', () => {
    const names = [...new Set(namesIn(ColumnMapping))]
    expect(names.length).toBeGreaterThan(60)
    expect(names.filter((name) => !new RegExp(`[\`.]${name}[\`.]`).test(page))).toEqual([])
  })

  it('tells the truth in its example', async () => {
    const { lines, stop } = await readText(JSON.parse(block('json')), block('csv'))
    expect(stop).toBeNull()
    expect(lines).toMatchObject([
      {
        lineNumber: 2,
        outcome: {
          record: {
            externalId: '25.10.2025/17',
            startedAt: '2025-10-25T07:14:05Z',
            answeredAt: '2025-10-25T07:14:17Z',
            customer: '4930555001',
            declaredResolution: 'resolved',
            legs: [{ rep: '7009', talkSeconds: 1_623 }],
          },
        },
      },
      {
        lineNumber: 3,
        outcome: {
          record: { abandoned: true, legs: [], customer: null, declaredResolution: null },
        },
      },
      { lineNumber: 4, outcome: { kind: 'ignored', rule: 'test calls' } },
      { lineNumber: 5, outcome: { record: { endedAt: '2025-10-25T22:02:30Z' } } },
      { lineNumber: 6, outcome: { kind: 'refused', reason: 'time_ambiguous' } },
    ])
  })
})
