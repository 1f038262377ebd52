import { type Recognition } from '../../../shared/intake/recognition.ts'
import { type Adapter, headCharacters } from '../adapters/adapter.ts'
import { allAdapters } from '../adapters/all-adapters.ts'
import { findEncoding, type FoundEncoding, guessWarning } from '../delimited/find-encoding.ts'
import { allPresets } from '../presets/all-presets.ts'
import { type Preset } from '../presets/preset.ts'
import { type Header, headerOf } from './header-of.ts'
import { presetFor } from './preset-for.ts'

/** What is known: adapters are asked first, in their order. */
export type Known = { adapters: readonly Adapter[]; presets: readonly Preset[] }

export const everythingKnown: Known = { adapters: allAdapters, presets: allPresets }

/** The beginning of a file as text, and how it became text. */
export type HeadText = { text: string; encoding: FoundEncoding }

/** So many that the words of a column are among them, as far as a head tells. */
const rowsShownLimit = 50
const cellCharactersLimit = 200

/**
 * Tells what a file is from its beginning, so that nobody has to be asked (formats: sniff first).
 *
 * @param head the first bytes, unzipped; may end anywhere
 */
export function recognize(head: Uint8Array, known = everythingKnown): Recognition {
  const encoding = findEncoding(head)
  const text = new TextDecoder(encoding.encoding).decode(head, { stream: true })
  return recognizeText({ text, encoding }, known)
}

/** Tells it from text: that of a file, or of a sheet. */
export function recognizeText({ text, encoding }: HeadText, known = everythingKnown): Recognition {
  const head = text.slice(0, headCharacters)
  const warnings = encoding.isGuessed ? [guessWarning] : []
  const said = { ...nothing, encoding: encoding.encoding, warnings }
  const problem = whyUnreadable(head)
  if (problem !== null) return { ...said, kind: 'unreadable', title: 'Not readable', problem }
  const adapter = known.adapters.find((each) => each.recognizes(head))
  if (adapter) return ofAdapter(adapter, head, said)
  if (/^\s*[{[]\s*["{[]/.test(head)) return { ...said, ...unknownJson }
  const header = headerOf(head)
  if (!header) return { ...said, ...notInRows }
  const { delimiter, columns } = header
  const shown = { ...said, delimiter, columns, rows: shownRows(header) }
  return presetFor(shown, known.presets) ?? { ...shown, ...mappingNeeded(header) }
}

/** A file that can't be read, in the words of a recognition. */
export const unreadable = (problem: string): Recognition => ({
  ...nothing,
  ...{ kind: 'unreadable', title: 'Not readable', problem },
})

const nothing: Omit<Recognition, 'kind' | 'title'> = {
  ...{ name: null, confidence: 0, encoding: 'utf-8', delimiter: null, needsTimeZone: false },
  ...{ columns: [], rows: [], sheets: [], sheet: null, mapping: null, missing: [] },
  ...{ warnings: [], problem: null },
}

function whyUnreadable(head: string): string | null {
  if (head.trim() === '') return 'The file is empty: it has no line with text.'
  if (!head.includes('\0')) return null
  return 'The file is not text. Export the calls as CSV, as a workbook (.xlsx) or as JSON.'
}

const ofAdapter = (adapter: Adapter, head: string, said: typeof nothing): Recognition => ({
  ...said,
  ...{ kind: 'adapter', name: adapter.name, title: adapter.title ?? adapter.name, confidence: 1 },
  needsTimeZone: adapter.needsTimeZone?.(head) ?? false,
})

const unknownJson = {
  kind: 'unreadable',
  title: 'JSON of an unknown kind',
  problem:
    'The file is JSON, and of no kind that is known here. Send call records to the API instead, or export the calls as CSV.',
} as const

const notInRows = {
  kind: 'unreadable',
  title: 'Text that is not in columns',
  problem:
    'Neither comma, semicolon, tab nor | cuts the first line into columns. Export the calls as CSV.',
} as const

const mappingNeeded = (header: Header) => ({
  kind: 'mapping_needed' as const,
  title: 'Columns nobody has described yet',
  needsTimeZone: hasLocalTimes(header),
})

const shownRows = ({ rows }: Header): string[][] =>
  rows
    .slice(0, rowsShownLimit)
    .map((cells) => cells.map((cell) => cell.slice(0, cellCharactersLimit)))

const localTime = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[AP]M)?$/i

/** Whether a column that doesn't say UTC has moments without an offset. */
const hasLocalTimes = ({ columns, rows }: Header): boolean =>
  columns.some(
    (name, place) =>
      !/\b(utc|gmt)\b/i.test(name) && rows.some((cells) => localTime.test(cells[place] ?? '')),
  )
