import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode } from 'react'
import * as intake from '../../../shared/intake/contract.ts'
import * as saved from '../../../shared/intake/mapping-contract.ts'
import * as contract from '../../../shared/intake/upload-contract.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { Answer } from '../../api/answer.tsx'
import { askAll } from '../../api/ask-all.ts'
import { ask } from '../../api/ask.ts'
import { Section } from '../../ui/section.tsx'
import { guessColumns } from '../columns/guess-columns.ts'
import { mappingOf, missingIn } from '../columns/mapping-of.ts'
import { type ImportChange, type ImportSearch } from '../import-search.ts'
import { type SavedMapping } from '../saved-mapping.ts'
import {
  choiceOf,
  type KnownReader,
  orderOf,
  type Recognized,
  searchOfReader,
  searchWith,
  type SourceSetting,
  zoneOf,
} from './choice.ts'
import { useReadingDraft } from './reading-draft.ts'
import { ReadingForm } from './reading-form.tsx'
import { RecognizedNote } from './recognized-note.tsx'
import { ReadAndStart } from './read-and-start.tsx'
import { readingWords } from './words.ts'

type Change = (search: ImportSearch) => void
type Props = {
  upload: Upload
  files: readonly number[]
  /** Everything that was sent. */
  uploads: readonly Upload[]
  search: ImportSearch
  onChange: Change
}

/** From what a file is to how it is read, tried and imported. */
export function ReadFile(props: Props) {
  const { upload, search } = props
  const query = search.sheet === undefined ? {} : { sheet: search.sheet }
  const recognized = useQuery(ask(contract.recognition, { params: { uploadId: upload.id }, query }))
  return (
    <Answer to={recognized} lines={6}>
      {(of) =>
        of.kind === 'unreadable' ? (
          <Section title={readingWords.title}>
            <RecognizedNote of={of} />
          </Section>
        ) : (
          <WithKnown>
            {(known) => (
              <Reading
                key={`${upload.id} ${of.sheet ?? ''}`}
                {...props}
                {...known}
                recognized={of}
              />
            )}
          </WithKnown>
        )
      }
    </Answer>
  )
}

type Known = {
  readers: readonly KnownReader[]
  mappings: readonly SavedMapping[]
  settings: readonly SourceSetting[]
}

/** What can read files, and what was said of sources before. */
function WithKnown({ children }: { children: (known: Known) => ReactNode }) {
  const readers = useQuery(ask(contract.readers))
  const mappings = useQuery(askAll(saved.mappings))
  const settings = useQuery(askAll(intake.sourceSettings))
  return (
    <Answer to={readers} lines={6}>
      {({ items }) => (
        <Answer to={mappings} lines={6}>
          {(savedOnes) => (
            <Answer to={settings} lines={6}>
              {(before) => children({ readers: items, mappings: savedOnes, settings: before })}
            </Answer>
          )}
        </Answer>
      )}
    </Answer>
  )
}

const missingWords = { start: readingWords.startMissing, format: readingWords.formatMissing }

type ReadingProps = Props & Known & { recognized: Recognized }

function Reading(props: ReadingProps) {
  const { upload, files, uploads, search, onChange, recognized, ...known } = props
  const [draft, setDraft] = useReadingDraft(upload.id)
  const { columns, rows, delimiter } = recognized
  const columnDraft = draft.columns ?? guessColumns(columns, rows)
  const choice = choiceOf(search, { recognized, ...known })
  const zone = zoneOf(choice)
  const country = choice.country ?? choice.remembered?.country ?? null
  const mapping = mappingOf(columnDraft, { name: upload.name, delimiter, zone, country })
  const missing = [
    ...(choice.by === 'mapping' ? missingIn(columnDraft).map((each) => missingWords[each]) : []),
    ...(choice.asksZone && zone === null ? [readingWords.zoneMissing] : []),
  ]
  const cdrs = (search.cdrs ?? []).filter((id) => uploads.some((each) => each.id === id))
  const order = orderOf(choice, { mapping, names: draft.names, cdrs })
  const change = (changed: ImportChange) => {
    onChange(searchWith(search, changed))
  }
  return (
    <ReadAndStart
      {...{ upload, files, search, choice, order, columns, rows, columnDraft, mapping, missing }}
      onColumns={(changed) => {
        setDraft({ ...draft, columns: changed })
        change({})
      }}
      onSaved={(mappingId) => {
        change(searchOfReader(`saved_mapping:${mappingId}`))
      }}
      onStarted={(runs) => {
        onChange({ ...search, runs })
      }}
      onAnother={() => {
        onChange({})
      }}
      form={(error) => (
        <>
          <RecognizedNote of={recognized} />
          <ReadingForm
            {...{ choice, recognized, error, names: draft.names, uploads, files, cdrs }}
            readers={known.readers}
            mappings={known.mappings}
            onChange={change}
            onNames={(names) => {
              setDraft({ ...draft, names })
              change({})
            }}
          />
          {choice.by === 'preset' && recognized.kind === 'preset' && (
            <Button
              mt="md"
              variant="default"
              onClick={() => {
                const text = JSON.stringify(recognized.mapping, null, 2)
                setDraft({ ...draft, columns: { ...columnDraft, text } })
                change(searchOfReader('mapping'))
              }}
            >
              {readingWords.changeColumns}
            </Button>
          )}
        </>
      )}
    />
  )
}
