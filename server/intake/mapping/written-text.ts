import { type Row } from './draft.ts'
import { type MappingDesk } from './mapping-desk.ts'

type Written = { column?: string; template?: string }

/** The text a source names, and how to call it in a message. */
export type WrittenText = { read: (row: Row) => string | null; label: string }

/** Reads the cell of a column, or a template filled in; null if a cell it needs is null. */
export function writtenText(source: Written, field: string, desk: MappingDesk): WrittenText {
  if (source.template !== undefined) {
    return {
      read: templateReader(source.template, `${field}.template`, desk),
      label: `template "${source.template}"`,
    }
  }
  const column = source.column ?? ''
  const place = desk.cell(column, `${field}.column`)
  return { read: (row) => row.cells[place] ?? null, label: `column "${column}"` }
}

function templateReader(template: string, field: string, desk: MappingDesk) {
  const pieces = template.split(/\{([^{}]+)\}/)
  const words = pieces.filter((_, place) => place % 2 === 0)
  const columns = pieces.filter((_, place) => place % 2 === 1)
  if (columns.length === 0) desk.report(field, 'names no column; write {column name} for each')
  if (words.some((piece) => /[{}]/.test(piece))) {
    desk.report(field, 'has a brace too many; braces enclose column names and nothing else')
  }
  const places = columns.map((column) => desk.cell(column, field))
  return (row: Row) => {
    let text = words[0] ?? ''
    for (const [turn, place] of places.entries()) {
      const cell = row.cells[place] ?? null
      if (cell === null) return null
      text += cell + (words[turn + 1] ?? '')
    }
    return text
  }
}
