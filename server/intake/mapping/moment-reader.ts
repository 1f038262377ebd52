import { type MomentSource } from '../../../shared/intake/mapping-source.ts'
import { type Reader } from './draft.ts'
import { quoted } from './mapped-value.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { momentFormat, type MomentFormat } from './moment-format.ts'
import { namedOrigin } from './named-origin.ts'
import { timeOfDayPlacer } from './time-of-day-placer.ts'
import { writtenText } from './written-text.ts'
import { localPlacer, type Placer } from './local-placer.ts'

type MomentPart = Omit<MomentSource, 'firstOf'>

/**
 * Reads an instant in epoch milliseconds: written in cells, or that of another field and
 * seconds more.
 *
 * @param zone the file's IANA zone, where it has one
 */
export function momentReader(
  source: MomentPart,
  field: string,
  desk: MappingDesk,
  zone: string | undefined,
): Reader<number> {
  const written = ['formats', 'zone', 'onDayOf', 'nextDayWithinHours', 'impossible']
  const origin = namedOrigin(
    source,
    { column: written, template: written, after: ['plus'] },
    field,
    desk,
  )
  if (origin === null) return () => null
  return origin === 'after' ? derived(source) : inCells(source, field, desk, zone)
}

function derived({ after, plus = [] }: MomentPart): Reader<number> {
  if (after === undefined) return () => null
  return ({ draft }) => {
    const parts = plus.map((name) => draft[name])
    return parts.reduce(
      (sum, seconds) => (sum === null || seconds === null ? null : sum + seconds * 1000),
      draft[after],
    )
  }
}

function inCells(
  source: MomentPart,
  field: string,
  desk: MappingDesk,
  zone: string | undefined,
): Reader<number> {
  const written = writtenText(source, field, desk)
  const formats = compiledFormats(source, field, desk)
  const place = placerOf(source, formats, field, desk, zone)
  return (row) => {
    const text = written.read(row)
    if (text === null) return null
    for (const format of formats) {
      const moment = format.read(text)
      if (!moment) continue
      if (moment.kind === 'instant') return moment.milliseconds
      return place(moment.milliseconds, text, row)
    }
    return {
      reason: 'field_invalid',
      message: `${quoted(text)} in ${written.label} is no moment written as ${source.formats?.join(' or ') ?? ''}`,
    }
  }
}

function compiledFormats(source: MomentPart, field: string, desk: MappingDesk): MomentFormat[] {
  if (!source.formats) desk.report(field, 'needs formats: how its moments are written')
  const formats: MomentFormat[] = []
  for (const [place, written] of (source.formats ?? []).entries()) {
    const format = momentFormat(written)
    if (typeof format === 'string') desk.report(`${field}.formats.${place}`, format)
    else formats.push(format)
  }
  return formats
}

/** What turns local times into instants here; the formats must all fit it. */
function placerOf(
  source: MomentPart,
  formats: readonly MomentFormat[],
  field: string,
  desk: MappingDesk,
  zoneOfFile: string | undefined,
): Placer {
  const nowhere: Placer = (_, text) => ({
    reason: 'field_invalid',
    message: `${quoted(text)} names no offset from UTC, and the mapping no zone; name the zone`,
  })
  const { onDayOf } = source
  const zone = source.zone ?? zoneOfFile
  const kinds = new Set(formats.flatMap((format) => format.kinds))
  if (onDayOf === undefined && kinds.has('timeOfDay')) {
    desk.report(field, 'has a format without a date; name in onDayOf the field whose day it is')
  }
  if (onDayOf !== undefined && (kinds.has('local') || kinds.has('instant'))) {
    desk.report(field, 'has onDayOf and a format with a date; use only formats without one')
  }
  if (onDayOf === undefined && source.nextDayWithinHours !== undefined) {
    desk.report(field, 'has nextDayWithinHours without onDayOf; name the field it counts from')
  }
  if (onDayOf === undefined && source.impossible !== undefined) {
    desk.report(field, 'has impossible without onDayOf; it is for times before their anchor')
  }
  const isLocal = formats.some((format) => !format.kinds.includes('instant'))
  if (isLocal && zone === undefined) {
    desk.report(field, 'is a local time and there is no zone; name the zone of the file, or UTC')
  }
  if (zone === undefined) return nowhere
  const clock = desk.clock(zone, source.zone === undefined ? 'zone' : `${field}.zone`)
  if (!clock) return nowhere
  return onDayOf === undefined
    ? localPlacer(clock, zone)
    : timeOfDayPlacer(clock, zone, { ...source, onDayOf })
}
