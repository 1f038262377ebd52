import { NativeSelect } from '@mantine/core'
import { type SavedMapping } from '../saved-mapping.ts'
import { type KnownReader } from './choice.ts'
import { readingWords } from './words.ts'

type Props = {
  /** As `readerKey` writes it. */
  value: string
  readers: readonly KnownReader[]
  mappings: readonly SavedMapping[]
  /** Whether the file has columns that can be described. */
  hasColumns: boolean
  error: string | undefined
  onChange: (key: string) => void
}

/** What reads the file: as recognized, or as somebody knows better. */
export function ReaderChoice({ value, readers, mappings, hasColumns, error, onChange }: Props) {
  const of = (kind: KnownReader['kind']) =>
    readers
      .filter((each) => each.kind === kind)
      .map(({ name, title }) => ({ value: `${kind}:${name}`, label: title }))
  const saved = mappings.map(({ id, name }) => ({ value: `saved_mapping:${id}`, label: name }))
  return (
    <NativeSelect
      label={readingWords.reader}
      value={value}
      error={error}
      onChange={(event) => {
        onChange(event.currentTarget.value)
      }}
      data={[
        { group: readingWords.adapters, items: of('adapter') },
        { group: readingWords.presets, items: of('preset') },
        ...(saved.length > 0 ? [{ group: readingWords.saved, items: saved }] : []),
        ...(hasColumns ? [{ value: 'mapping', label: readingWords.own }] : []),
      ]}
    />
  )
}
