import * as upload from '../../shared/intake/upload-contract.ts'
import { type Caller } from '../world/caller.ts'

/** Sends a file in one part, or in parts of a size, and gives the upload's number. */
export async function sendFile(
  caller: Caller,
  name: string,
  content: string | Uint8Array,
  partBytes = 4 * 1024 ** 2,
): Promise<number> {
  const bytes = Buffer.from(content)
  const body = { name, bytes: bytes.length }
  const { id } = await caller.tell(upload.openUpload, { body })
  for (let from = 0; from < bytes.length; from += partBytes) {
    const answered = await sendPart(caller, id, from, bytes.subarray(from, from + partBytes))
    if (answered.status !== 200) throw new Error(JSON.stringify(answered.body))
  }
  return id
}

export const sendPart = (caller: Caller, uploadId: number, from: number, part: Uint8Array) =>
  caller.send({
    ...{ method: 'PUT', url: `/api/uploads/${uploadId}/bytes/${from}`, payload: Buffer.from(part) },
    headers: { 'content-type': 'application/octet-stream' },
  })
