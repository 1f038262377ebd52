import { Checkbox, NativeSelect } from '@mantine/core'
import { directions } from '../../../shared/calls/words.ts'
import {
  type ColumnDraft,
  type ColumnField,
  durationFormats,
  openMeaning,
  type WordField,
  wordFields,
} from './column-draft.ts'
import classes from './columns.module.css'
import { cellsAsked, samplesOf, startsOf } from './guess-columns.ts'
import { momentFormats } from './moment-formats.ts'
import { columnNames, columnWords, meaningNames } from './words.ts'

type Props = {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  draft: ColumnDraft
  onChange: (draft: ColumnDraft) => void
}

/** How cells are written and what they mean. */
export function ColumnMeanings(props: Props) {
  const { columns, rows, draft, onChange } = props
  const samples = (field: ColumnField) => samplesOf(columns, rows, draft.columns[field])
  const [start] = startsOf(draft.columns, samples)
  return (
    <div className={classes['meanings']}>
      {start !== undefined && <MomentFormat {...props} example={start} />}
      <NativeSelect
        label={columnWords.durationFormat}
        value={draft.durationFormat}
        data={durationFormats.map((value) => ({ value, label: columnWords.durations[value] }))}
        onChange={(event) => {
          const format = durationFormats.find((each) => each === event.currentTarget.value)
          if (format) onChange({ ...draft, durationFormat: format })
        }}
      />
      <NativeSelect
        label={columnWords.direction}
        value={draft.direction}
        data={directions.map((value) => ({ value, label: meaningNames.direction[value] ?? value }))}
        onChange={(event) => {
          const direction = directions.find((each) => each === event.currentTarget.value)
          if (direction) onChange({ ...draft, direction })
        }}
      />
      {wordFields.map((field) =>
        cellsAsked(samples(field)).map((cell) => (
          <Meaning key={`${field} ${cell}`} {...{ field, cell, draft, onChange }} />
        )),
      )}
      {draft.columns.talkSeconds !== undefined && draft.columns.holdSeconds === undefined && (
        <Checkbox
          label={columnWords.holdInside}
          checked={draft.talkIncludesHold}
          onChange={(event) => {
            onChange({ ...draft, talkIncludesHold: event.currentTarget.checked })
          }}
        />
      )}
    </div>
  )
}

const formatOptions = [
  { value: '', label: columnWords.chooseFormat },
  ...momentFormats.map(({ format }) => ({
    value: format,
    label: columnWords.formats[format] ?? format,
  })),
]

function MomentFormat({ draft, onChange, example }: Props & { example: string }) {
  return (
    <NativeSelect
      label={columnWords.momentFormat}
      description={columnWords.momentHint(example)}
      error={draft.momentFormat === null ? columnWords.momentAsk : null}
      value={draft.momentFormat ?? ''}
      data={formatOptions}
      onChange={(event) => {
        const format = event.currentTarget.value
        onChange({ ...draft, momentFormat: format === '' ? null : format })
      }}
    />
  )
}

type Meant = Pick<Props, 'draft' | 'onChange'> & { field: WordField; cell: string }

function Meaning({ field, cell, draft, onChange }: Meant) {
  const meanings = draft.meanings[field] ?? {}
  const names = meaningNames[field]
  const nothing = field === 'direction' ? columnWords.asUsual : columnWords.noMeaning
  return (
    <NativeSelect
      label={columnWords.meaning(cell, columnNames[field])}
      value={meanings[cell] ?? openMeaning}
      data={[
        { value: openMeaning, label: nothing },
        ...Object.entries(names).map(([value, label]) => ({ value, label })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        const next = { ...meanings, [cell]: chosen }
        onChange({ ...draft, meanings: { ...draft.meanings, [field]: next } })
      }}
    />
  )
}
