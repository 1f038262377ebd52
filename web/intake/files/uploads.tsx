import { Button, Group } from '@mantine/core'
import * as contract from '../../../shared/intake/upload-contract.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Empty } from '../../ui/empty.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import { sayGone } from '../../ui/say-done.ts'
import { AskOnceMore } from '../../ui/ask-once-more.tsx'
import { fileWords } from './words.ts'

type Props = { uploads: readonly Upload[]; onOpen: (upload: Upload) => void }

/** Files that were sent, whole or in part, by whoever it was: work is found again. */
export function Uploads({ uploads, onOpen }: Props) {
  if (uploads.length === 0) {
    return (
      <Empty order={3} title={fileWords.noneHere}>
        {fileWords.noneHereWhy}
      </Empty>
    )
  }
  return (
    <Rows label={fileWords.here}>
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} onOpen={onOpen} />
      ))}
    </Rows>
  )
}

function UploadRow({ upload, onOpen }: { upload: Upload; onOpen: (upload: Upload) => void }) {
  const { id, name, bytes, received } = upload
  const isWhole = received === bytes
  const drop = useTell(contract.dropUpload, {
    renews: [contract.uploads],
    onDone: () => {
      sayGone(fileWords.deleted(name))
    },
  })
  return (
    <Row
      name={name}
      under={
        <>
          {upload.createdBy !== null && fileWords.by(upload.createdBy)}{' '}
          <Instant at={upload.createdAt} />
        </>
      }
      action={
        <Group gap="sm">
          {isWhole && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={fileWords.openOf(name)}
              onClick={() => {
                onOpen(upload)
              }}
            >
              {fileWords.open}
            </Button>
          )}
          <AskOnceMore
            {...{ action: fileWords.delete, actionOf: fileWords.deleteOf(name) }}
            {...{ sure: fileWords.sure(name), sureWhy: fileWords.sureWhy, keep: fileWords.keep }}
            isPending={drop.isPending}
            onSure={() => {
              drop.mutate({ params: { uploadId: id } })
            }}
          >
            <FailureNote error={drop.error} />
          </AskOnceMore>
        </Group>
      }
    >
      {isWhole ? fileWords.whole(bytes) : fileWords.partly(received, bytes)}
      <br />
      {fileWords.expires} <Instant at={upload.expiresAt} />
    </Row>
  )
}
