import { Button, FileButton, NativeSelect } from '@mantine/core'
import { type Upload } from '../../../shared/intake/upload.ts'
import { sayBytes } from '../files/say-bytes.ts'
import { SendingRows } from '../files/sending-rows.tsx'
import { useSendings } from '../files/use-sendings.ts'
import classes from './reading.module.css'
import { cdrWords } from './words.ts'

type Props = {
  /** Everything that was sent, and what of it is read as a log or stands beside it. */
  uploads: readonly Upload[]
  files: readonly number[]
  cdrs: readonly number[]
  error: string | undefined
  onChange: (cdrs: number[]) => void
}

/** Which files of CDRs stand beside a queue_log: some that are here, or some from the disk. */
export function CdrChoice({ uploads, files, cdrs, error, onChange }: Props) {
  const add = (ids: readonly number[]) => {
    onChange([...new Set([...cdrs, ...ids])])
  }
  const {
    sendings,
    add: send,
    goOn,
    stop,
  } = useSendings({
    uploads,
    onWhole: (whole) => {
      add(whole.map(({ id }) => id))
    },
  })
  const beside = uploads.filter(({ id }) => cdrs.includes(id))
  const free = uploads.filter(
    ({ id, received, bytes }) => received === bytes && !cdrs.includes(id) && !files.includes(id),
  )
  return (
    <fieldset className={classes['cdrs']}>
      <legend>{cdrWords.title}</legend>
      <p className={classes['soft']}>{cdrWords.why}</p>
      {beside.length > 0 && (
        <ul>
          {beside.map(({ id, name, bytes }) => (
            <li key={id}>
              <strong>{name}</strong>, {sayBytes(bytes)}{' '}
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={cdrWords.leaveOutOf(name)}
                onClick={() => {
                  onChange(cdrs.filter((each) => each !== id))
                }}
              >
                {cdrWords.leaveOut}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {error !== undefined && <p role="alert">{error}</p>}
      <div className={classes['cdrWays']}>
        {free.length > 0 && (
          <NativeSelect
            aria-label={cdrWords.here}
            value=""
            data={[
              { value: '', label: cdrWords.here },
              ...free.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={(event) => {
              add([Number(event.currentTarget.value)])
            }}
          />
        )}
        <FileButton multiple onChange={send} inputProps={{ 'aria-label': cdrWords.send }}>
          {(props) => (
            <Button {...props} variant="default">
              {cdrWords.send}
            </Button>
          )}
        </FileButton>
      </div>
      <SendingRows {...{ sendings, goOn, stop }} />
    </fieldset>
  )
}
