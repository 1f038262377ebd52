import { NativeSelect } from '@mantine/core'
import {
  type ColumnDraft,
  type ColumnField,
  columnFields,
  fieldOf,
  isWordField,
  withColumn,
} from './column-draft.ts'
import classes from './columns.module.css'
import { guessMeanings, samplesOf } from './guess-columns.ts'
import { columnNames, columnWords } from './words.ts'

type Props = {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
}

const samplesShown = 3
const options = [
  { value: '', label: columnWords.unused },
  ...columnFields.map((field) => ({ value: field, label: columnNames[field] })),
]

/** Each column with its first cells, and what it is. */
export function ColumnTable({ columns, rows, draft, onChange }: Props) {
  const choose = (column: string, field: ColumnField | null) => {
    const next = withColumn(draft, column, field)
    if (field === null || !isWordField(field)) return next
    const meanings = guessMeanings(field, samplesOf(columns, rows, column))
    return { ...next, meanings: { ...next.meanings, [field]: meanings } }
  }
  return (
    <ul className={classes['columns']} aria-label={columnWords.caption}>
      {columns.map((column) => (
        <li key={column} className={classes['column']}>
          <span className={classes['name']}>{column}</span>
          <span className={classes['samples']}>
            {samplesOf(columns, rows, column).slice(0, samplesShown).join(' · ') ||
              columnWords.empty}
          </span>
          <NativeSelect
            aria-label={columnWords.isOf(column)}
            value={fieldOf(draft, column) ?? ''}
            data={options}
            onChange={(event) => {
              const chosen = columnFields.find((field) => field === event.currentTarget.value)
              onChange(choose(column, chosen ?? null))
            }}
          />
        </li>
      ))}
    </ul>
  )
}
