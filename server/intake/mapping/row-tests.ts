import { type RowTest } from '../../../shared/intake/mapping-source.ts'
import { type Row } from './draft.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { patternOf } from './pattern.ts'

/** A question to a row; it holds when all its tests hold. */
export function rowTests(
  tests: readonly RowTest[],
  field: string,
  desk: MappingDesk,
): (row: Row) => boolean {
  const holds = tests.map((test, place) => rowTest(test, `${field}.${place}`, desk))
  return (row) => holds.every((one) => one(row))
}

function rowTest(test: RowTest, field: string, desk: MappingDesk): (row: Row) => boolean {
  const { column, ...question } = test
  if (Object.keys(question).length !== 1) {
    desk.report(field, 'needs exactly one of is, isNot, matches, sameAs and differsFrom')
  }
  const cell = cellReader(column, `${field}.column`, desk)
  if (test.matches !== undefined) {
    const pattern = patternOf(test.matches, `${field}.matches`, desk)
    return (row) => {
      const text = cell(row)
      return text !== null && pattern.test(text)
    }
  }
  if (test.sameAs !== undefined) {
    const other = cellReader(test.sameAs, `${field}.sameAs`, desk)
    return (row) => cell(row) === other(row)
  }
  if (test.differsFrom !== undefined) {
    const other = cellReader(test.differsFrom, `${field}.differsFrom`, desk)
    return (row) => cell(row) !== other(row)
  }
  const listed = new Set(test.is ?? test.isNot)
  return test.is ? (row) => listed.has(cell(row)) : (row) => !listed.has(cell(row))
}

function cellReader(column: string, field: string, desk: MappingDesk) {
  const place = desk.cell(column, field)
  return (row: Row) => row.cells[place] ?? null
}
