import { measures, type Measure } from '../../shared/balance/words.ts'

/** What the address of the page keeps; what is left out is as usual. */
export type TeamSearch = { team?: number; measure?: Measure; from?: string; to?: string }

const day = /^\d{4}-\d{2}-\d{2}$/

/** Reads the search of an address. Anybody may have typed it, so what makes no sense is left out. */
export function readTeamSearch(search: Readonly<Record<string, unknown>>): TeamSearch {
  const team = Number(search['team'])
  const measure = measures.find((word) => word === search['measure'])
  const [from, to] = inOrder(dayOf(search['from']), dayOf(search['to']))
  return {
    ...(Number.isSafeInteger(team) && team > 0 && { team }),
    ...(measure !== undefined && { measure }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  }
}

const inOrder = (from: string | null, to: string | null) =>
  from !== null && to !== null && from > to ? ([to, from] as const) : ([from, to] as const)

/** 30 February is written like a day, but is none. */
function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || !day.test(value)) return null
  const at = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value) ? value : null
}
