import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { secondsLimit } from '../../shared/calls/call-record.ts'
import { countings } from '../../shared/calls/countings.ts'
import { callClasses, outcomes } from '../../shared/calls/words.ts'

/** The filters that choose from a list, in the order in which the page shows them. */
export const listFilters = [
  'team',
  'rep',
  'queue',
  'issue',
  'audience',
  'outcome',
  'class',
] as const

/** What the question takes at most (shared/calls/call-filter.ts). */
const namesLimit = 50
const idsLimit = 200
const nameLengthLimit = 200

const day = /^\d{4}-\d{2}-\d{2}$/

/**
 * Reads the filter from the search of an address; web/api/search-text.ts writes it back. Anybody
 * may have typed it, so what makes no sense is left out.
 */
export function readCallSearch(search: Readonly<Record<string, unknown>>): CallFilter {
  const words = (name: string) => listed(search[name]).map(String)
  const found = {
    team: ids(search['team']),
    rep: ids(search['rep']),
    queue: names(words('queue')),
    issue: names(words('issue')),
    audience: names(words('audience')),
    outcome: outcomes.filter((word) => words('outcome').includes(word)),
    class: callClasses.filter((word) => words('class').includes(word)),
  }
  const filled = Object.entries(found).filter(([, values]) => values.length > 0)
  return { ...Object.fromEntries(filled), ...daysOf(search), ...countedOf(search) }
}

function countedOf(
  search: Readonly<Record<string, unknown>>,
): Pick<CallFilter, 'counted' | 'uptoSeconds' | 'beyondSeconds'> {
  const counted = countings.find((word) => word === search['counted'])
  const [upto, beyond] = [secondsOf(search['uptoSeconds']), secondsOf(search['beyondSeconds'])]
  return {
    ...(counted !== undefined && { counted }),
    ...(upto !== null && { uptoSeconds: upto }),
    ...(beyond !== null && { beyondSeconds: beyond }),
  }
}

function secondsOf(value: unknown): number | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const seconds = value === '' ? NaN : Number(value)
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= secondsLimit ? seconds : null
}

/** How many of the filters are in use; the two days are one, and so is what a number counts. */
export function countFilters(filter: CallFilter): number {
  const lists = listFilters.filter((name) => (filter[name]?.length ?? 0) > 0).length
  const isNarrowed = [filter.counted, filter.uptoSeconds, filter.beyondSeconds].some(
    (one) => one !== undefined,
  )
  const hasDays = filter.from !== undefined || filter.to !== undefined
  return lists + Number(hasDays) + Number(isNarrowed)
}

function daysOf(search: Readonly<Record<string, unknown>>): Pick<CallFilter, 'from' | 'to'> {
  const [from, to] = [dayOf(search['from']), dayOf(search['to'])]
  if (from !== null && to !== null && from > to) return { from: to, to: from }
  return { ...(from !== null && { from }), ...(to !== null && { to }) }
}

const dayOf = (value: unknown): string | null =>
  typeof value === 'string' && day.test(value) && isDate(value) ? value : null

/** 30 February is written like a day, but is none. */
function isDate(value: string): boolean {
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

function listed(value: unknown): (string | number | boolean)[] {
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter(
    (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
  )
}

function ids(value: unknown): number[] {
  const numbers = listed(value).map((one) => (typeof one === 'boolean' ? NaN : Number(one)))
  return distinct(numbers.filter((id) => Number.isSafeInteger(id) && id > 0)).slice(0, idsLimit)
}

const names = (words: string[]) =>
  distinct(words.filter((word) => word !== '' && word.length <= nameLengthLimit)).slice(
    0,
    namesLimit,
  )

const distinct = <T>(values: T[]): T[] => [...new Set(values)]
