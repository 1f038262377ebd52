import * as contract from '../../../shared/intake/upload-contract.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Rows } from '../../ui/rows.tsx'
import classes from './files.module.css'
import { SendingRow } from './sending-row.tsx'
import { type Sending, type useSendings } from './use-sendings.ts'
import { fileWords } from './words.ts'

/** Files on their way; one that is cancelled is gone from the server too. */
export function SendingRows({
  sendings,
  goOn,
  stop,
}: Pick<ReturnType<typeof useSendings>, 'sendings' | 'goOn' | 'stop'>) {
  const drop = useTell(contract.dropUpload, { renews: [contract.uploads] })
  const cancel = ({ key, upload }: Sending) => {
    stop(key)
    if (upload) drop.mutate({ params: { uploadId: upload.id } })
  }
  return (
    <>
      <FailureNote error={drop.error} />
      {sendings.length > 0 && (
        <div className={classes['list']}>
          <Rows label={fileWords.sending}>
            {sendings.map((sending) => (
              <SendingRow
                key={sending.key}
                sending={sending}
                onGoOn={() => {
                  goOn(sending.key)
                }}
                onStop={() => {
                  cancel(sending)
                }}
              />
            ))}
          </Rows>
        </div>
      )}
    </>
  )
}
