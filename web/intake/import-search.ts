import { type ReadingOrder } from '../../shared/intake/reading-order.ts'

/** What the address of an import under way keeps, so that it can be left, reloaded and shared. */
export type ImportSearch = {
  /** Uploads that are read the same way; the first one is looked at. */
  files?: number[]
  /** Uploads with CDRs beside which a queue_log is read. */
  cdrs?: number[]
  by?: ReadingOrder['by']
  /** The adapter or preset. */
  name?: string
  /** The saved mapping. */
  mapping?: number
  source?: string
  zone?: string
  country?: string
  sheet?: string
  /** Imports, or trials, that were started. */
  runs?: number[]
}

/** What changes of it; undefined takes something out. */
export type ImportChange = { [K in keyof ImportSearch]?: ImportSearch[K] | undefined }

const filesLimit = 100
const textLengthLimit = 200
const readers = ['adapter', 'preset', 'saved_mapping', 'mapping'] as const

/** Reads the search of an address. Anybody may have typed it, so what makes no sense is left out. */
export function readImportSearch(search: Readonly<Record<string, unknown>>): ImportSearch {
  const files = idsIn(search['files'])
  const cdrs = idsIn(search['cdrs']).filter((id) => !files.includes(id))
  const runs = idsIn(search['runs'])
  const by = readers.find((word) => word === search['by'])
  const [mapping] = idsIn(search['mapping'])
  const texts = Object.fromEntries(
    (['name', 'source', 'zone', 'country', 'sheet'] as const).flatMap((key) => {
      const text = textOf(search[key])
      return text === null ? [] : [[key, text]]
    }),
  )
  return {
    ...(files.length > 0 && { files }),
    ...(cdrs.length > 0 && { cdrs }),
    ...(by !== undefined && { by }),
    ...texts,
    ...(mapping !== undefined && { mapping }),
    ...(runs.length > 0 && { runs }),
  }
}

function idsIn(value: unknown): number[] {
  const given: unknown[] = Array.isArray(value) ? value : [value]
  const ids = given.map(idOf).filter((id) => id !== null)
  return [...new Set(ids)].slice(0, filesLimit)
}

const idOf = (value: unknown): number | null =>
  /^[1-9]\d{0,8}$/.test(textOf(value) ?? '') ? Number(value) : null

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= textLengthLimit
  return isText ? value : null
}
