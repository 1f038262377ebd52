import { describe, expect, it } from 'vitest'
import { documentReading } from '../../../server/intake/adapters/document-reading.ts'
import { ignored } from '../../../server/intake/adapters/line-outcomes.ts'

const open = () =>
  documentReading({
    take: ({ number: lineNumber, text }) => [{ lineNumber, text, outcome: ignored('seen') }],
    end: () => [{ lineNumber: 99, text: '', outcome: ignored('at the end') }],
  })
const stopOf = (...pieces: string[]) => {
  const reading = open()
  for (const piece of pieces) {
    const { stop } = reading.take(piece)
    if (stop) return stop.reason
  }
  return reading.end().stop?.reason ?? null
}

describe('a file of documents', () => {
  it('that is empty, or no text, stops, in whatever pieces it comes', () => {
    expect([stopOf(), stopOf(''), stopOf(' \n', '\n')]).toEqual(['empty', 'empty', 'empty'])
    expect(stopOf('PK\u0003\u0004rest')).toBe('not_text')
    expect(stopOf('P', 'K', '\u0003', '\u0004')).toBe('not_text')
    expect(stopOf('{\0"\0a')).toBe('not_text')
    expect(stopOf('{', '\0', '"', '\0')).toBe('not_text')
  })

  it('that is short is no empty one', () => {
    expect([stopOf('{}'), stopOf('[]')]).toEqual([null, null])
    const reading = open()
    reading.take('{}')
    expect(reading.end().lines.map(({ lineNumber }) => lineNumber)).toEqual([1, 99])
  })

  it('knows the document it is at', () => {
    const reading = open()
    expect(reading.lineAtHand()).toBe(1)
    reading.take('{"a":1}{"a":2}{"a"')
    expect(reading.lineAtHand()).toBe(3)
  })
})
