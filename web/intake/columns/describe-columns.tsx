import { Button, Textarea } from '@mantine/core'
import { FailureNote } from '../../api/failure-note.tsx'
import { type Refused } from '../../api/refused.ts'
import { Section } from '../../ui/section.tsx'
import { type ColumnDraft } from './column-draft.ts'
import { ColumnMeanings } from './column-meanings.tsx'
import { ColumnTable } from './column-table.tsx'
import classes from './columns.module.css'
import { SaveMapping } from './save-mapping.tsx'
import { columnWords } from './words.ts'

type Props = {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  draft: ColumnDraft
  /** What the draft is as a mapping. */
  mapping: unknown
  /** What is still wrong with it. */
  error: Refused | null
  onChange: (draft: ColumnDraft) => void
  onSaved: (mappingId: number) => void
}

/** Which column of an export is what: as a table, or as text for exports that need more. */
export function DescribeColumns(props: Props) {
  const { draft, mapping, error, onChange, onSaved } = props
  return (
    <Section title={columnWords.title} lead={columnWords.lead}>
      {draft.text === null ? (
        <>
          <ColumnTable {...props} />
          <ColumnMeanings {...props} />
        </>
      ) : (
        <p>
          {columnWords.isByHand}{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onChange({ ...draft, text: null })
            }}
          >
            {columnWords.toTable}
          </Button>
        </p>
      )}
      <FailureNote error={error} />
      <ByHand {...props} />
      <SaveMapping mapping={mapping} onSaved={onSaved} />
    </Section>
  )
}

function ByHand({ draft, mapping, onChange }: Props) {
  const text = draft.text ?? JSON.stringify(mapping, null, 2)
  return (
    <details className={classes['byHand']} open={draft.text !== null}>
      <summary>{columnWords.byHand}</summary>
      <p>{columnWords.byHandWhy}</p>
      <Textarea
        key={draft.text === null ? text : 'by hand'}
        label={columnWords.text}
        autosize
        minRows={8}
        maxRows={30}
        spellCheck={false}
        defaultValue={text}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        onBlur={(event) => {
          const written = event.currentTarget.value
          if (written !== text) onChange({ ...draft, text: written })
        }}
      />
    </details>
  )
}
