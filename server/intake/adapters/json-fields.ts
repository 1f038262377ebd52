/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads fields of one object, by paths such as `Agent.Username`. What is left out, null or empty
 * is null; what is there but can't be read is null too, and the first of these is the problem.
 * A path whose names may hold dots is given as a list.
 */
export type JsonFields = {
  text: (path: string | readonly string[]) => string | null
  /** A number, zero or more; also one that is written as text. */
  amount: (path: string) => number | null
  /** Epoch milliseconds. */
  instant: (path: string) => number | null
  /** The objects of a list; anything else in it is passed over. */
  list: (path: string) => JsonObject[]
  /** What could not be read, in a sentence; null where all could. */
  problem: () => string | null
}

/** @param note is told of problems, for whoever reads many objects and needs only the first */
export const fieldsOf = (object: JsonObject, note?: (problem: string) => void): JsonFields =>
  new Fields(object, note)

/** A class, because a document may hold a hundred thousand objects, and closures for each are slow. */
class Fields implements JsonFields {
  readonly #object: JsonObject
  readonly #note: ((problem: string) => void) | undefined
  #problem: string | null = null

  constructor(object: JsonObject, note: ((problem: string) => void) | undefined) {
    this.#object = object
    this.#note = note
  }

  text(path: string | readonly string[]): string | null {
    return this.#read(path, 'a text', textOf)
  }

  amount(path: string): number | null {
    return this.#read(path, 'a number, zero or more', amountOf)
  }

  instant(path: string): number | null {
    return this.#read(path, 'an instant in UTC, such as 2026-03-02T09:14:05Z', writtenInstant)
  }

  list(path: string): JsonObject[] {
    return this.#read(path, 'a list', listOf) ?? []
  }

  problem(): string | null {
    return this.#problem
  }

  #read<V>(
    path: string | readonly string[],
    wanted: string,
    reading: (value: unknown) => V | undefined,
  ): V | null {
    const value = at(this.#object, path)
    if (value === undefined || value === null || value === '') return null
    const found = reading(value)
    if (found !== undefined) return found
    const name = typeof path === 'string' ? path : path.join('.')
    const problem = `${name} must be ${wanted}, not ${shown(value)}.`
    this.#problem ??= problem
    this.#note?.(problem)
    return null
  }
}

/** Only fields the document has itself: a path never reaches what every object inherits. */
function at(object: JsonObject, path: string | readonly string[]): unknown {
  if (typeof path === 'string' && !path.includes('.')) {
    return Object.hasOwn(object, path) ? object[path] : undefined
  }
  let value: unknown = object
  for (const name of typeof path === 'string' ? path.split('.') : path) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined
    value = value[name]
  }
  return value
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

const writtenInstant = (value: unknown): number | undefined =>
  typeof value === 'string' ? instantOf(value) : undefined

const amountOf = (value: unknown): number | undefined => {
  const isWritten = typeof value === 'string' && /^\d{1,15}(\.\d{1,9})?$/.test(value)
  const amount = isWritten ? Number(value) : value
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : undefined
}

const listOf = (value: unknown): JsonObject[] | undefined =>
  Array.isArray(value) ? value.filter(isObject) : undefined

/** A day or month of one digit is taken as well: samples of vendors have them. */
const instantForm =
  /^(\d{4})-(\d\d?)-(\d\d?)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):?(\d\d))$/

/** Epoch milliseconds; undefined where the text is no instant, or its day does not exist. */
export function instantOf(text: string): number | undefined {
  const found = instantForm.exec(text)
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number)
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const isReal = new Date(at).getUTCDate() === day && (hour ?? 24) < 24 && (minute ?? 60) < 60
  if (!isReal || (second ?? 60) > 59) return undefined
  const milliseconds = Number((found[7] ?? '0').padEnd(3, '0').slice(0, 3))
  const offset = (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0)) * 60_000
  return at + milliseconds - (found[8] === '-' ? -offset : offset)
}

const shownCharacters = 60
const shown = (value: unknown): string => {
  const text = typeof value === 'object' ? 'a list or an object' : JSON.stringify(value)
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text
}
