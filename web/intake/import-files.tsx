import { Button } from '@mantine/core'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import * as contract from '../../shared/intake/upload-contract.ts'
import { type Upload } from '../../shared/intake/upload.ts'
import { Answer } from '../api/answer.tsx'
import { askAll } from '../api/ask-all.ts'
import { ask } from '../api/ask.ts'
import { Empty } from '../ui/empty.tsx'
import { Section } from '../ui/section.tsx'
import { sayBytes } from './files/say-bytes.ts'
import { SendFiles } from './files/send-files.tsx'
import { fileWords } from './files/words.ts'
import { type ImportSearch, readImportSearch } from './import-search.ts'
import { besideLogs } from './reading/choice.ts'
import { ReadFile } from './reading/read-file.tsx'
import { cdrWords } from './reading/words.ts'

type Props = { search: ImportSearch; onChange: (search: ImportSearch) => void }

/** The steps of an import, one below the other; the address says where one stands. */
export function ImportFiles({ search, onChange }: Props) {
  const client = useQueryClient()
  const open = async (uploads: readonly Upload[]) => {
    onChange(await openedTogether(client, uploads))
  }
  if (!search.files) {
    return (
      <SendFiles
        onWhole={(uploads) => {
          void open(uploads)
        }}
        onOpen={(upload) => {
          onChange({ files: [upload.id] })
        }}
      />
    )
  }
  return <ChosenFiles {...{ search, onChange, files: search.files }} />
}

/** CDRs that came with a queue_log stand beside it; other files are read the same way. */
async function openedTogether(
  client: QueryClient,
  uploads: readonly Upload[],
): Promise<ImportSearch> {
  const files = uploads.map(({ id }) => id)
  if (files.length < 2) return { files }
  try {
    const chosen = await Promise.all(
      files.map(async (uploadId) => {
        const asked = ask(contract.recognition, { params: { uploadId }, query: {} })
        return { id: uploadId, recognized: await client.query(asked) }
      }),
    )
    return readImportSearch(besideLogs(chosen))
  } catch {
    // The next step says what is wrong with them.
    return { files }
  }
}

function ChosenFiles({ search, onChange, files }: Props & { files: readonly number[] }) {
  const uploads = useQuery(askAll(contract.uploads))
  return (
    <Answer to={uploads} lines={6}>
      {(items) => {
        const chosen = files.flatMap((id) => items.find((each) => each.id === id) ?? [])
        const [first] = chosen
        const cdrs = items.filter(({ id }) => search.cdrs?.includes(id))
        return (
          <>
            <Section title={fileWords.title}>
              {first ? <FileNames of={chosen} cdrs={cdrs} /> : <Gone />}
              <Button
                variant="default"
                onClick={() => {
                  onChange({})
                }}
              >
                {fileWords.other}
              </Button>
            </Section>
            {first && (
              <ReadFile
                upload={first}
                files={chosen.map(({ id }) => id)}
                uploads={items}
                {...{ search, onChange }}
              />
            )}
          </>
        )
      }}
    </Answer>
  )
}

function FileNames({ of, cdrs }: { of: readonly Upload[]; cdrs: readonly Upload[] }) {
  return (
    <ul>
      {of.map(({ id, name, bytes }) => (
        <li key={id}>
          <strong>{name}</strong>, {sayBytes(bytes)}
        </li>
      ))}
      {cdrs.map(({ id, name, bytes }) => (
        <li key={id}>
          {cdrWords.beside}: <strong>{name}</strong>, {sayBytes(bytes)}
        </li>
      ))}
    </ul>
  )
}

const Gone = () => (
  <Empty order={3} title={fileWords.gone}>
    <p>{fileWords.goneWhy}</p>
  </Empty>
)
