import { type ReactNode } from 'react'
import { type ReadingOrder } from '../../../shared/intake/reading-order.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { type Refused } from '../../api/refused.ts'
import { Loading } from '../../ui/loading.tsx'
import { Section } from '../../ui/section.tsx'
import { type ColumnDraft } from '../columns/column-draft.ts'
import { DescribeColumns } from '../columns/describe-columns.tsx'
import { type ImportSearch } from '../import-search.ts'
import { StartImport } from '../runs/start-import.tsx'
import { type Choice, zoneOf } from './choice.ts'
import { ReadingPreview } from './reading-preview.tsx'
import classes from './reading.module.css'
import { usePreview } from './use-preview.ts'
import { previewWords, readingWords } from './words.ts'

type Props = {
  upload: Upload
  files: readonly number[]
  search: ImportSearch
  choice: Choice
  order: ReadingOrder
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  columnDraft: ColumnDraft
  mapping: unknown
  /** What has to be said before anything can be read. */
  missing: readonly string[]
  onColumns: (draft: ColumnDraft) => void
  onSaved: (mappingId: number) => void
  onStarted: (importIds: number[]) => void
  onAnother: () => void
  /** What is asked, with what is said beside its fields. */
  form: (error: Refused | null) => ReactNode
}

/** How a file is read, its beginning read that way, and what can be done then. */
export function ReadAndStart(props: Props) {
  const { upload, files, search, choice, order, form } = props
  const isSaid = props.missing.length === 0
  const preview = usePreview(upload.id, order, isSaid)
  const { error, data } = preview
  const isOwn = choice.by === 'mapping'
  const isReady = isSaid && error === null && data !== undefined && !preview.isPlaceholderData
  return (
    <>
      <Section title={readingWords.title} isSheet>
        {form(error)}
      </Section>
      {isOwn && (
        <DescribeColumns
          {...props}
          draft={props.columnDraft}
          error={error?.fields.some(isOfMapping) ? error : null}
          onChange={props.onColumns}
        />
      )}
      <Section
        title={previewWords.title}
        lead={
          isSaid && data && !error ? previewWords.lead(data.lines.length) : previewWords.leadFirst
        }
      >
        {!isSaid ? (
          <div role="status">
            <ul aria-label={previewWords.missing}>
              {props.missing.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        ) : error ? (
          <FailureNote error={error} />
        ) : data === undefined ? (
          <Loading lines={6} />
        ) : (
          <div aria-busy={preview.isPlaceholderData} className={classes['busy']}>
            <ReadingPreview of={data} zone={zoneOf(choice)} />
          </div>
        )}
      </Section>
      <StartImport
        {...{ files, order, onStarted: props.onStarted, onAnother: props.onAnother }}
        isReady={isReady && data.lines.length > 0 && order.source !== ''}
        runs={search.runs ?? []}
      />
    </>
  )
}

const isOfMapping = ({ field }: { field: string }) => field.startsWith('mapping')
