import { Button, Group, Progress } from '@mantine/core'
import { FailureNote } from '../../api/failure-note.tsx'
import { Row } from '../../ui/rows.tsx'
import classes from './files.module.css'
import { percentOf } from './say-bytes.ts'
import { type Sending } from './use-sendings.ts'
import { fileWords } from './words.ts'

type Props = { sending: Sending; onGoOn: () => void; onStop: () => void }

/** A file on its way: how much has arrived, and what can be done about it. */
export function SendingRow({ sending, onGoOn, onStop }: Props) {
  const { file, upload, error } = sending
  const { name, size } = file
  return (
    <Row
      name={name}
      under={upload === null ? fileWords.waits : fileWords.received(upload.received, upload.bytes)}
      action={
        <Group gap="sm">
          {error && (
            <Button size="compact-sm" aria-label={fileWords.goOnOf(name)} onClick={onGoOn}>
              {fileWords.goOn}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={fileWords.stopOf(name)}
            onClick={onStop}
          >
            {fileWords.stop}
          </Button>
        </Group>
      }
    >
      <Progress
        className={classes['bar'] ?? ''}
        aria-label={fileWords.progressOf(name)}
        value={percentOf(upload?.received ?? 0, size)}
      />
      <FailureNote error={error} />
    </Row>
  )
}
