import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import classes from './target.module.css'

type Props<Word extends string> = {
  label: string
  words: readonly Word[]
  names: Readonly<Record<Word, string>>
  value: Word
  onChange: (word: Word) => void
}

/** One of a few words, all of them in sight. */
export function TargetChoice<Word extends string>(props: Props<Word>) {
  const { label, words, names, value, onChange } = props
  const labelId = useId()
  return (
    <div className={classes['field']}>
      <span id={labelId} className={classes['label']}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={labelId}
        data={words.map((word) => ({ value: word, label: names[word] }))}
        value={value}
        onChange={(chosen) => {
          const word = words.find((one) => one === chosen)
          if (word !== undefined) onChange(word)
        }}
      />
    </div>
  )
}
