import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as contract from '../../shared/intake/upload-contract.ts'
import { type Upload } from '../../shared/intake/upload.ts'
import { Answer } from '../api/answer.tsx'
import { askAll } from '../api/ask-all.ts'
import { Empty } from '../ui/empty.tsx'
import { Section } from '../ui/section.tsx'
import { sayBytes } from './files/say-bytes.ts'
import { SendFiles } from './files/send-files.tsx'
import { fileWords } from './files/words.ts'
import { type ImportSearch } from './import-search.ts'
import { ReadFile } from './reading/read-file.tsx'

type Props = { search: ImportSearch; onChange: (search: ImportSearch) => void }

/** The steps of an import, one below the other; the address says where one stands. */
export function ImportFiles({ search, onChange }: Props) {
  if (!search.files) {
    const open = (uploads: readonly Upload[]) => {
      onChange({ files: uploads.map(({ id }) => id) })
    }
    return (
      <SendFiles
        onWhole={open}
        onOpen={(upload) => {
          open([upload])
        }}
      />
    )
  }
  return <ChosenFiles {...{ search, onChange, files: search.files }} />
}

function ChosenFiles({ search, onChange, files }: Props & { files: readonly number[] }) {
  const uploads = useQuery(askAll(contract.uploads))
  return (
    <Answer to={uploads} lines={6}>
      {(items) => {
        const chosen = files.flatMap((id) => items.find((each) => each.id === id) ?? [])
        const [first] = chosen
        return (
          <>
            <Section title={fileWords.title}>
              {first ? <FileNames of={chosen} /> : <Gone />}
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
                {...{ search, onChange }}
              />
            )}
          </>
        )
      }}
    </Answer>
  )
}

function FileNames({ of }: { of: readonly Upload[] }) {
  return (
    <ul>
      {of.map(({ id, name, bytes }) => (
        <li key={id}>
          <strong>{name}</strong>, {sayBytes(bytes)}
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
