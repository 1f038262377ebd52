import { findDelimiter } from '../../delimited/find-delimiter.ts'
import { splitQuoted } from '../../delimited/split-quoted.ts'

/** Where the columns of a queue_log's table stand in its export. */
export type TableColumns = {
  delimiter: string
  count: number
  time: number
  callid: number
  queue: number
  member: number
  event: number
  /** data1 to data5, or the one column data of older tables. */
  data: number[]
}

const quote = '"'
const needed = ['time', 'callid', 'queuename', 'agent', 'event'] as const

/** Whether a line names the columns of a queue_log's table. */
export const isTableHeader = (line: string): boolean => tableColumns(line) !== null

/** @returns null where a column that is needed isn't there */
export function tableColumns(line: string): TableColumns | null {
  const unfit = (cells: string[]) => needed.filter((name) => !namesOf(cells).includes(name)).length
  const delimiter = findDelimiter(line, quote, unfit)
  const found = splitQuoted(line, { delimiter, quote })
  const names = namesOf(typeof found === 'string' ? line.split(delimiter) : found.cells)
  const [time = -1, callid = -1, queue = -1, member = -1, event = -1] = needed.map((name) =>
    names.indexOf(name),
  )
  if ([time, callid, queue, member, event].includes(-1)) return null
  const data = ['data', 'data1', 'data2', 'data3', 'data4', 'data5']
    .map((name) => names.indexOf(name))
    .filter((place) => place !== -1)
  return { delimiter, count: names.length, time, callid, queue, member, event, data }
}

const namesOf = (cells: readonly string[]) =>
  cells.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  )
