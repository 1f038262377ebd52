import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { readingWords } from './words.ts'

/** Somebody who types pauses this long when a name is whole. */
const pauseMilliseconds = 500

type Props = { source: string; error: string | undefined; onChange: (source: string) => void }

/** The name of the phone system; it counts after a pause, or once the field is left. */
export function SourceField({ source, error, onChange }: Props) {
  const [text, setText] = useState(source)
  const take = (given: string) => {
    const trimmed = given.trim()
    if (trimmed !== '' && trimmed !== source) onChange(trimmed)
  }
  const takeSoon = useDebouncedCallback(take, pauseMilliseconds)
  return (
    <TextInput
      label={readingWords.source}
      description={readingWords.sourceHint}
      required
      maxLength={200}
      autoComplete="off"
      value={text}
      error={error}
      onChange={(event) => {
        setText(event.currentTarget.value)
        takeSoon(event.currentTarget.value)
      }}
      onBlur={() => {
        take(text)
      }}
    />
  )
}
