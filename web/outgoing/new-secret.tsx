import { Alert, Button, Stack } from '@mantine/core'
import { CopyField } from '../ui/copy-field.tsx'
import { webhooksWords } from './words.ts'

/** A signing secret, shown this once. */
export function NewSecret({ text, onDone }: { text: string; onDone: () => void }) {
  return (
    <Alert variant="default" role="status" title={webhooksWords.once}>
      <Stack gap="sm">
        <span>{webhooksWords.onceWhy}</span>
        <CopyField autoFocus label={webhooksWords.secret} value={text} />
        <div>
          <Button onClick={onDone}>{webhooksWords.done}</Button>
        </div>
      </Stack>
    </Alert>
  )
}
