import { zoneClock, type ZoneClock } from './zone-clock.ts'

/** What is wrong in a mapping file: which field, and a sentence with what to do. */
export type MappingProblem = { field: string; message: string }

/** Where the columns of one file stand, and what was found wrong while a mapping was compiled. */
export type MappingDesk = {
  problems: MappingProblem[]
  report: (field: string, message: string) => void
  /** Place of a column's cleaned cell in a row; the same for each who asks. */
  cell: (column: string, field: string) => number
  /** Columns asked for so far, as first spelled, in the order of their cleaned cells. */
  columns: () => readonly string[]
  /** Null, with a problem reported, where there is no such zone. */
  clock: (zone: string, field: string) => ZoneClock | null
}

/** @param named the columns a mapping may name; null where only the file knows them */
export function mappingDesk(named: readonly string[] | null): MappingDesk {
  const problems: MappingProblem[] = []
  const places = new Map<string, { place: number; column: string }>()
  const clocks = new Map<string, ZoneClock | null>()
  const known = named && new Set(named.map(columnKey))
  const report = (field: string, message: string) =>
    void problems.push({ field, message: `${field} ${message}.` })

  return {
    problems,
    report,
    cell: (column, field) => {
      const key = columnKey(column)
      if (known && !known.has(key)) {
        report(field, `names the column "${column}", which file.columns doesn't list; add it there`)
      }
      const asked = places.get(key) ?? { place: places.size, column }
      places.set(key, asked)
      return asked.place
    },
    columns: () => [...places.values()].map(({ column }) => column),
    clock: (zone, field) => {
      const asked = clocks.get(zone)
      if (asked !== undefined) return asked
      const clock = clockOrNull(zone)
      clocks.set(zone, clock)
      if (!clock) {
        report(field, `is "${zone}", which is no time zone; use an IANA name such as Europe/Berlin`)
      }
      return clock
    },
  }
}

/** Column names are compared without case and outer blanks: exports differ in both. */
export const columnKey = (column: string) => column.trim().toLowerCase()

function clockOrNull(zone: string): ZoneClock | null {
  try {
    return zoneClock(zone)
  } catch {
    return null
  }
}
