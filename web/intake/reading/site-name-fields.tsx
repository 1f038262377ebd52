import { TextInput } from '@mantine/core'
import { type SiteField } from './site-names.ts'
import { readingWords } from './words.ts'

type Props = {
  fields: readonly SiteField[]
  names: Readonly<Record<string, string>>
  /** What was said of this source before. */
  before: Readonly<Record<string, string>>
  onChange: (names: Record<string, string>) => void
}

/** What the site calls by itself; a field counts once it is left. */
export function SiteNameFields({ fields, names, before, onChange }: Props) {
  return fields.map(({ what, label, hint }) => {
    const said = before[what]
    return (
      <TextInput
        key={what}
        {...{ label, description: hint }}
        maxLength={200}
        autoComplete="off"
        defaultValue={names[what] ?? ''}
        placeholder={said === undefined ? '' : readingWords.before(said)}
        onBlur={(event) => {
          const value = event.currentTarget.value
          if (value !== (names[what] ?? '')) onChange({ ...names, [what]: value })
        }}
      />
    )
  })
}
