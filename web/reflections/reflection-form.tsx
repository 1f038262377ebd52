import { useState, type FocusEvent, type KeyboardEvent, type SyntheticEvent } from 'react'
import { Button, Group, Kbd, Text, Textarea } from '@mantine/core'
import { reflectionTextLimit } from '../../shared/reflections/contract.ts'
import { textFields, type Draft, type TextField } from './draft.ts'
import { OutcomeChoice } from './outcome-choice.tsx'
import { isSave, saveKeys } from './save-keys.ts'
import { SkillChoice } from './skill-choice.tsx'
import { textHints, textNames } from './words.ts'
import classes from './reflections.module.css'

type Props = {
  draft: Draft
  onChange: (draft: Draft) => void
  onSave: () => void
  onClose: () => void
  /** What became of the words, said below them. */
  status: string | null
  /** Who will read it. */
  readers: string
}

/**
 * A reflection, from the first key to saved without a mouse: 1, 2 or 3 for how it ended, Tab
 * through as many questions as the rep likes, Ctrl Enter. Esc closes and keeps what is written.
 */
export function ReflectionForm({ draft, onChange, onSave, onClose, status, readers }: Props) {
  const [isOutcomeMissing, setIsOutcomeMissing] = useState(false)
  const save = () => {
    setIsOutcomeMissing(draft.outcome === null)
    if (draft.outcome !== null) onSave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (!isSave(event)) return
    event.preventDefault()
    save()
  }
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    save()
  }
  const setText = (field: TextField, text: string) => {
    onChange({ ...draft, texts: { ...draft.texts, [field]: text } })
  }
  return (
    <form
      aria-label="Reflection"
      className={classes['form']}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      onFocus={keepInSight}
    >
      <OutcomeChoice
        value={draft.outcome}
        problem={isOutcomeMissing && draft.outcome === null ? outcomeMissing : null}
        onChange={(outcome) => {
          onChange({ ...draft, outcome })
        }}
      />
      <TextQuestions texts={draft.texts} fields={beforeSkills} onChange={setText} />
      <SkillChoice
        chosen={draft.skills}
        onChange={(skills) => {
          onChange({ ...draft, skills })
        }}
      />
      <TextQuestions texts={draft.texts} fields={afterSkills} onChange={setText} />
      <div className={classes['end']}>
        <Text size="sm" c="dimmed">
          {readers}
        </Text>
        <Group gap="sm">
          <Button type="submit" rightSection={<Kbd size="xs">{saveKeys}</Kbd>}>
            Save
          </Button>
          <Button variant="default" onClick={onClose} rightSection={<Kbd size="xs">Esc</Kbd>}>
            Close, keep the draft
          </Button>
        </Group>
        <p role="status" className={classes['status']}>
          {status}
        </p>
      </div>
    </form>
  )
}

const outcomeMissing = 'Choose one of the three: it is the only answer that is needed.'
const beforeSkills = textFields.filter((field) => field !== 'friction')
const afterSkills = textFields.filter((field) => field === 'friction')

/** A browser takes what lies under the end of the form for visible, and would not scroll to it. */
const keepInSight = ({ target }: FocusEvent) => {
  target.scrollIntoView({ block: 'nearest' })
}

/** Whoever comes back to a text goes on writing where it ends. */
const goOnAtEnd = ({ currentTarget }: FocusEvent<HTMLTextAreaElement>) => {
  const end = currentTarget.value.length
  currentTarget.setSelectionRange(end, end)
}

type TextQuestionsProps = {
  texts: Draft['texts']
  fields: readonly TextField[]
  onChange: (field: TextField, text: string) => void
}

const TextQuestions = ({ texts, fields, onChange }: TextQuestionsProps) =>
  fields.map((field) => (
    <Textarea
      key={field}
      label={textNames[field]}
      description={textHints[field]}
      value={texts[field]}
      maxLength={reflectionTextLimit}
      autosize
      minRows={1}
      maxRows={8}
      onFocus={goOnAtEnd}
      onChange={(event) => {
        onChange(field, event.currentTarget.value)
      }}
    />
  ))
