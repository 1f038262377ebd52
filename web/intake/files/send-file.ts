import * as contract from '../../../shared/intake/upload-contract.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { type PageOf } from '../../../shared/wire/page.ts'
import { addressOf } from '../../api/address-of.ts'
import { isWorthRetrying } from '../../api/query-client.ts'
import { Refused } from '../../api/refused.ts'
import { send } from '../../api/send.ts'

/** Small enough that progress is seen and little is sent again; a part may have up to 16 MiB. */
export const partBytes = 4 * 1024 ** 2
/** A part gets this long on a slow line: about 35 kB a second. */
const partPatienceSeconds = 120
/** Seconds before a part is tried again; after the last of them a person is asked. */
export const waitsSeconds: readonly number[] = [1, 3, 10]

type Needs = {
  /** How many bytes are on the server after each part. */
  onReceived: (upload: Upload) => void
  signal: AbortSignal
  /** Waits between tries. */
  wait: (seconds: number) => Promise<void>
}

/**
 * Sends what is missing of a file, part by part, each where the one before ended. A part that
 * breaks off is tried again; where the file has gone on at another place, it is gone on from there.
 *
 * @returns the upload, whole
 * @throws Refused once trying again has not helped
 */
export async function sendFile(file: Blob, upload: Upload, needs: Needs): Promise<Upload> {
  let here = upload
  while (here.received < here.bytes) {
    here = await sendPart(file, here, needs)
    needs.onReceived(here)
  }
  return here
}

async function sendPart(file: Blob, upload: Upload, needs: Needs): Promise<Upload> {
  for (const waitSeconds of [...waitsSeconds, null]) {
    try {
      return await putPart(file, upload, needs.signal)
    } catch (error) {
      if (isOutOfPlace(error)) return movedOn(upload, error, needs.signal)
      if (waitSeconds === null || !isWorthRetrying(error)) throw error
    }
    await needs.wait(waitSeconds)
    needs.signal.throwIfAborted()
  }
  return upload
}

/** A part whose answer was lost has come; anything else is for a person to see. */
async function movedOn(upload: Upload, error: unknown, signal: AbortSignal): Promise<Upload> {
  const known = await findUpload(upload.id, signal)
  if (known.received === upload.received) throw error
  return known
}

async function putPart(file: Blob, upload: Upload, signal: AbortSignal): Promise<Upload> {
  const from = upload.received
  const bytes = file.slice(from, from + partBytes)
  const address = addressOf(contract.sendPart, { uploadId: upload.id, from })
  const sent = { method: contract.sendPart.method, bytes, signal }
  return (await send(address, { ...sent, patienceSeconds: partPatienceSeconds })) as Upload
}

const isOutOfPlace = (error: unknown): boolean =>
  error instanceof Refused && error.reason === 'part_out_of_place'

/** As many uploads as an organization may have fit into one page. */
async function findUpload(id: number, signal: AbortSignal): Promise<Upload> {
  const address = addressOf(contract.uploads, {}, { limit: 200 })
  const { items } = (await send(address, { method: 'GET', signal })) as PageOf<Upload>
  const found = items.find((each) => each.id === id)
  if (found) return found
  throw new Refused({ reason: 'upload_unknown', message: 'The file was deleted meanwhile.' })
}
