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
  const place = desk.cell(test.column, `${field}.column`)
  const questions = [test.is, test.isNot, test.matches].filter((question) => question !== undefined)
  if (questions.length !== 1) desk.report(field, 'needs exactly one of is, isNot and matches')
  const cell = (row: Row) => row.cells[place] ?? null
  if (test.matches !== undefined) {
    const pattern = patternOf(test.matches, `${field}.matches`, desk)
    return (row) => {
      const text = cell(row)
      return text !== null && pattern.test(text)
    }
  }
  const listed = new Set(test.is ?? test.isNot)
  return test.is ? (row) => listed.has(cell(row)) : (row) => !listed.has(cell(row))
}
