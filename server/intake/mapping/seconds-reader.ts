import { type SecondsSource } from '../../../shared/intake/mapping-source.ts'
import { type Fault, type Reader } from './draft.ts'
import { quoted } from './mapped-value.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { namedOrigin } from './named-origin.ts'
import { readSeconds } from './read-seconds.ts'
import { writtenText } from './written-text.ts'

type SecondsPart = Omit<SecondsSource, 'firstOf'>

/** Reads a duration: written in a cell, or the time between two fields of the record. */
export function secondsReader(
  source: SecondsPart,
  field: string,
  desk: MappingDesk,
): Reader<number> {
  const written = ['formats', 'minus', 'impossible']
  const origin = namedOrigin(
    source,
    { column: written, template: written, since: ['until', 'impossible'] },
    field,
    desk,
  )
  if (origin === null) return () => null
  const read = origin === 'since' ? between(source, field, desk) : inCell(source, field, desk)
  return (row) => {
    const seconds = read(row)
    if (typeof seconds !== 'number' || seconds >= 0) return seconds
    return source.impossible === 'null' ? null : negative(seconds)
  }
}

const negative = (seconds: number): Fault => ({
  reason: 'field_invalid',
  message: `comes to ${seconds} seconds, and no duration is below zero; where that means "not known", the mapping can say so (impossible: null)`,
})

function between(source: SecondsPart, field: string, desk: MappingDesk): Reader<number> {
  const { since, until } = source
  if (since === undefined || until === undefined) {
    desk.report(field, 'has since without until; name the field it lasts until')
    return () => null
  }
  return ({ draft }) => {
    const from = draft[since]
    const to = draft[until]
    return from === null || to === null ? null : Math.round((to - from) / 1000)
  }
}

function inCell(source: SecondsPart, field: string, desk: MappingDesk): Reader<number> {
  const { formats, minus = [] } = source
  const written = writtenText(source, field, desk)
  if (!formats) {
    desk.report(field, 'needs formats: seconds, milliseconds, H:mm:ss or m:ss')
    return () => null
  }
  return (row) => {
    const text = written.read(row)
    if (text === null) return null
    for (const format of formats) {
      const seconds = readSeconds(text, format)
      if (seconds === null) continue
      const parts = minus.map((name) => row.draft[name])
      return parts.reduce(
        (rest, part) => (rest === null || part === null ? null : rest - part),
        seconds,
      )
    }
    return {
      reason: 'field_invalid',
      message: `${quoted(text)} in ${written.label} is not written as ${formats.join(' or ')}`,
    }
  }
}
