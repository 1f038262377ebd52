import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type ReadingOrder } from '../../shared/intake/reading-order.ts'
import { type Recognition } from '../../shared/intake/recognition.ts'
import { type FieldProblem } from '../http/refused.ts'
import { allAdapters } from './adapters/all-adapters.ts'
import { asteriskQueueLog } from './adapters/asterisk-queue-log.ts'
import { isCountry } from './caller-number.ts'
import { zoneClock } from './mapping/zone-clock.ts'
import { allPresets } from './presets/all-presets.ts'
import { readMapping } from './read-mapping.ts'
import { type Reading } from './reading.ts'
import { sheetMapping } from './sheet/sheet-mapping.ts'
import { fitMapping } from './recognition/fit-mapping.ts'

/** What goes into a reading besides what was ordered. */
export type Known = {
  recognition: Recognition
  /** The saved mapping that was ordered; null where none was, or there is no such. */
  saved: ColumnMapping | null
  /** What was said of the source before. */
  remembered: {
    timeZone: string | null
    country: string | null
    names: Record<string, string>
  } | null
}

export type Settled =
  { reading: Reading; problems: [] } | { reading: null; problems: FieldProblem[] }

/**
 * Settles how a file is read, from what was ordered, what is known of the file, and what was said
 * of its source before; or says, field by field, what is still unclear.
 */
export function settleReading(order: ReadingOrder, known: Known): Settled {
  const { remembered } = known
  const asked = {
    source: order.source.trim(),
    timeZone: order.timeZone ?? remembered?.timeZone ?? null,
    country: order.country ?? remembered?.country ?? null,
    names: { ...remembered?.names, ...namesIn(order) },
    encoding: order.encoding ?? null,
    sheet: order.sheet ?? null,
    ...(isBesideCdrs(order) && { beside: order.cdrs }),
  }
  const { timeZone, country } = asked
  const problems = [
    ...zoneProblems(timeZone),
    ...countryProblems(country),
    ...besideProblems(order),
  ]
  if (problems.length > 0) return { reading: null, problems }
  if (order.by === 'adapter') return byAdapter(order, asked, known)
  if (order.by === 'preset') return byPreset(order, asked, known)
  const mapping = order.by === 'mapping' ? order.mapping : known.saved
  return byMapping(mapping, { ...asked, reader: null }, order, known)
}

type Asked = Omit<Reading, 'adapter' | 'mapping' | 'reader'>

const namesIn = ({ names = [] }: ReadingOrder) =>
  Object.fromEntries(names.map(({ what, name }) => [what, name]))

const unclear = (field: string, message: string): Settled => ({
  reading: null,
  problems: [{ field, message }],
})

function byAdapter(order: ReadingOrder, asked: Asked, { recognition }: Known): Settled {
  const adapter = allAdapters.find(({ name }) => name === order.name)
  if (!adapter) return unclear('name', `There is no adapter "${order.name ?? ''}".`)
  const isThis = recognition.kind === 'adapter' && recognition.name === adapter.name
  if (isThis && recognition.needsTimeZone && asked.timeZone === null) return needsZone
  // An adapter that knows its zone isn't told the one of the source's other files.
  const timeZone = adapter.timeZone === undefined ? asked.timeZone : (order.timeZone ?? null)
  return {
    reading: { ...asked, timeZone, adapter: adapter.name, mapping: null, reader: adapter.name },
    problems: [],
  }
}

function byPreset(order: ReadingOrder, asked: Asked, known: Known): Settled {
  const { recognition } = known
  const preset = allPresets.find(({ name }) => name === order.name)
  if (!preset) return unclear('name', `There is no preset "${order.name ?? ''}".`)
  if (preset.needsTimeZone && asked.timeZone === null) return needsZone
  const whole = { ...preset.mapping, source: asked.source }
  const { mapping, missing } = fitMapping(whole, recognition.columns)
  if (!mapping) {
    const lacking = missing.map((name) => `"${name}"`).join(', ')
    return unclear('name', `The file lacks columns this preset can't do without, of: ${lacking}.`)
  }
  const delimiter = recognition.delimiter ?? mapping.file.delimiter
  const fitted = { ...mapping, file: { ...mapping.file, delimiter } }
  // A preset that names its zone knows it.
  const said = { ...order, ...(mapping.zone === undefined ? {} : { timeZone: mapping.zone }) }
  return byMapping(fitted, { ...asked, reader: preset.name }, said, known)
}

/** What was ordered, or said before, outweighs the mapping where that leaves it open. */
function byMapping(
  given: unknown,
  asked: Asked & { reader: string | null },
  order: ReadingOrder,
  { recognition }: Known,
): Settled {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return unclear('mapping', 'A mapping must be a JSON object.')
  }
  const own = given as Partial<ColumnMapping>
  const zone = order.timeZone ?? own.zone ?? asked.timeZone
  const country = order.country ?? own.country ?? asked.country
  const file = {
    ...own.file,
    ...(order.delimiter === undefined ? {} : { delimiter: order.delimiter }),
  }
  const whole = {
    ...{ ...own, file, source: asked.source },
    ...(zone === null ? {} : { zone }),
    ...(country === null ? {} : { country }),
  }
  const check = (unchecked: object) => checkedFor(recognition, unchecked)
  const { mapping, problems } = check(whole)
  if (!mapping) {
    const lacksZone = zone === null && check({ ...whole, zone: 'UTC' }).mapping !== null
    return lacksZone ? needsZone : { reading: null, problems: problems.map(inOrder) }
  }
  const encoding = asked.encoding ?? mapping.file.encoding ?? null
  return {
    reading: { ...asked, encoding, mapping, adapter: null, timeZone: zone, country },
    problems: [],
  }
}

/** A sheet's dates name no zone, whatever the mapping says of how they are written. */
function checkedFor({ sheet }: Recognition, unchecked: object): ReturnType<typeof readMapping> {
  const read = readMapping(unchecked)
  if (sheet === null || !read.mapping) return read
  const { mapping, problems } = readMapping(sheetMapping(read.mapping))
  return mapping ? read : { mapping: null, problems }
}

const isBesideCdrs = ({ cdrs = [] }: ReadingOrder): boolean => cdrs.length > 0

function besideProblems(order: ReadingOrder): FieldProblem[] {
  const isLog = order.by === 'adapter' && order.name === asteriskQueueLog.name
  if (isLog || !isBesideCdrs(order)) return []
  const message = 'Only a queue_log of Asterisk is read beside CDRs; leave them out, or read it so.'
  return [{ field: 'cdrs', message }]
}

const inOrder = ({ field, message }: FieldProblem): FieldProblem => ({
  field: `mapping.${field}`,
  message,
})

const zoneWords =
  'The times in this file name no zone. Say in which zone they are, such as Europe/Berlin.'
const needsZone = unclear('timeZone', zoneWords)

function zoneProblems(zone: string | null): FieldProblem[] {
  if (zone === null) return []
  try {
    zoneClock(zone)
    return []
  } catch {
    const message = `"${zone}" is no time zone; use an IANA name such as Europe/Berlin.`
    return [{ field: 'timeZone', message }]
  }
}

function countryProblems(country: string | null): FieldProblem[] {
  if (country === null || isCountry(country)) return []
  const message = `"${country}" is no country with phone numbers; use a code such as DE.`
  return [{ field: 'country', message }]
}
