import type * as intake from '../../../shared/intake/contract.ts'
import type * as contract from '../../../shared/intake/upload-contract.ts'
import { type ReadingOrder } from '../../../shared/intake/reading-order.ts'
import { type ReplyOf } from '../../../shared/wire/endpoint.ts'
import { type ImportChange, type ImportSearch, readImportSearch } from '../import-search.ts'

export type Recognized = ReplyOf<typeof contract.recognition>
export type KnownReader = ReplyOf<typeof contract.readers>['items'][number]
export type SourceSetting = ReplyOf<typeof intake.sourceSettings>['items'][number]

/** How a file is read as far as it was said, recognized or remembered. */
export type Choice = {
  by: ReadingOrder['by']
  name: string | null
  mappingId: number | null
  source: string
  zone: string | null
  country: string | null
  sheet: string | null
  /** Whether somebody has to say in which zone the file's times are. */
  asksZone: boolean
  /** What was said of this source before. */
  remembered: SourceSetting | null
}

type Known = {
  recognized: Recognized
  readers: readonly KnownReader[]
  settings: readonly SourceSetting[]
}

/** What the address says outweighs what was recognized; a source is offered again by its reader. */
export function choiceOf(search: ImportSearch, known: Known): Choice {
  const reader = search.by === undefined ? recognizedReader(known.recognized) : said(search)
  const { name } = reader
  const before = name === null ? undefined : known.settings.find((each) => each.reader === name)
  const source = search.source ?? before?.source ?? name ?? ''
  const remembered = known.settings.find((each) => each.source === source) ?? null
  return {
    ...{ ...reader, source, remembered },
    zone: search.zone ?? null,
    country: search.country ?? null,
    sheet: search.sheet ?? null,
    asksZone: needsZone(reader, known),
  }
}

/** The adapters of an Asterisk's two kinds of files, which can be read beside each other. */
const besideEachOther = { log: 'asterisk-queue-log', cdrs: 'asterisk-cdr' }

/** Whether CDRs may stand beside a file that is read so. */
export const takesCdrs = ({ by, name }: Pick<Choice, 'by' | 'name'>): boolean =>
  by === 'adapter' && name === besideEachOther.log

/** Files that were chosen together: CDRs among queue_logs stand beside these, all others don't. */
export function besideLogs(
  chosen: readonly { id: number; recognized: Pick<Recognized, 'kind' | 'name'> }[],
): { files: number[]; cdrs: number[] } {
  const idsOf = (reader: string) =>
    chosen
      .filter(({ recognized: { kind, name } }) => kind === 'adapter' && name === reader)
      .map(({ id }) => id)
  const cdrs = idsOf(besideEachOther.log).length > 0 ? idsOf(besideEachOther.cdrs) : []
  return { files: chosen.map(({ id }) => id).filter((id) => !cdrs.includes(id)), cdrs }
}

/** The zone of the file's times, as far as it was said now or before. */
export const zoneOf = ({ zone, remembered }: Choice): string | null =>
  zone ?? remembered?.timeZone ?? null

type Reader = Pick<Choice, 'by' | 'name' | 'mappingId'>

const said = ({ by = 'mapping', name, mapping }: ImportSearch): Reader => ({
  ...{ by, name: by === 'adapter' || by === 'preset' ? (name ?? null) : null },
  mappingId: by === 'saved_mapping' ? (mapping ?? null) : null,
})

function recognizedReader({ kind, name, fitting }: Recognized): Reader {
  if (kind === 'adapter' || kind === 'preset') return { by: kind, name, mappingId: null }
  const [fits] = fitting
  if (fits) return { by: 'saved_mapping', name: null, mappingId: fits.id }
  return { by: 'mapping', name: null, mappingId: null }
}

function needsZone({ by, name }: Reader, { recognized, readers }: Known): boolean {
  // A saved mapping may know its zone; where it does not, the server asks.
  if (by === 'saved_mapping') return false
  const reader = readers.find((each) => each.kind === by && each.name === name)
  return reader?.needsTimeZone ?? recognized.needsTimeZone
}

type Made = {
  mapping: unknown
  names: Readonly<Record<string, string>>
  /** Uploads with CDRs that were put beside it. */
  cdrs: readonly number[]
}

/** What the server is told; `mapping` is the one that was made on the page. */
export function orderOf(choice: Choice, { mapping, names, cdrs }: Made): ReadingOrder {
  const { by, name, mappingId, zone, country, sheet } = choice
  const given = Object.entries(names).filter(([, value]) => value.trim() !== '')
  return {
    by,
    ...(name !== null && { name }),
    ...(mappingId !== null && { mappingId }),
    ...(by === 'mapping' && { mapping }),
    source: choice.source,
    ...(zone !== null && { timeZone: zone }),
    ...(country !== null && { country }),
    ...(sheet !== null && { sheet }),
    ...(given.length > 0 && {
      names: given.map(([what, value]) => ({ what, name: value.trim() })),
    }),
    ...(cdrs.length > 0 && takesCdrs(choice) && { cdrs: [...cdrs] }),
  }
}

/** Another way of reading ends what was tried with the former one: it was of another reading. */
export const searchWith = (search: ImportSearch, changed: ImportChange): ImportSearch =>
  readImportSearch({ ...search, runs: undefined, ...changed })

/** A reader as one word of a list to choose from. */
export const readerKey = ({ by, name, mappingId }: Reader): string =>
  by === 'mapping' ? by : `${by}:${name ?? mappingId ?? ''}`

/** What the address says once a reader was chosen; the inverse of `readerKey`. */
export function searchOfReader(key: string): ImportChange {
  const [by, ...rest] = key.split(':')
  const value = rest.join(':')
  if (by === 'adapter' || by === 'preset') return { by, name: value, mapping: undefined }
  if (by === 'saved_mapping') return { by, name: undefined, mapping: Number(value) }
  return { by: 'mapping', name: undefined, mapping: undefined }
}
