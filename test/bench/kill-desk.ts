import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { type Center, columnMapping } from './kill-center.ts'

/** An import as the server tells of it. */
export type Run = { id: number; state: string; read: number; accepted: number; refused: number }

type Desk = { source: string; importId: number | null }

/** A server that has just begun asks to wait a moment. */
const busyMilliseconds = 100

async function ask<Reply>(
  address: string,
  center: Center,
  method: string,
  path: string,
  body?: object | Uint8Array<ArrayBuffer>,
): Promise<Reply> {
  const isRaw = body instanceof Uint8Array
  const reply = await fetch(`${address}${path}`, {
    method,
    headers: {
      cookie: center.cookie,
      ...(body && { 'content-type': isRaw ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body && { body: isRaw ? body : JSON.stringify(body) }),
  })
  const text = await reply.text()
  if (reply.status === 503) {
    await wait(busyMilliseconds)
    return ask(address, center, method, path, body)
  }
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`)
  return JSON.parse(text) as Reply
}

/** The import at hand as it stands; null where it was never begun. */
export const runOf = async (address: string, center: Center, { importId }: Desk) =>
  importId === null ? null : ask<Run>(address, center, 'GET', `/api/imports/${importId}`)

/** Sends the file and starts the import, or lets an interrupted one go on; tells how it stood. */
export async function beginOrResume(
  address: string,
  center: Center,
  desk: Desk,
  file: string,
): Promise<Run> {
  const run = await runOf(address, center, desk)
  if (run) {
    const isCutOff = run.state === 'interrupted'
    if (isCutOff) {
      await ask(address, center, 'PUT', `/api/imports/${run.id}/order`, { order: 'resume' })
    } else if (!['finished', 'running', 'waiting'].includes(run.state)) {
      throw new Error(`The import is ${run.state}: ${JSON.stringify(run)}`)
    }
    return run
  }
  const bytes = Uint8Array.from(await readFile(file))
  const announced = { name: `${desk.source}.csv`, bytes: bytes.length }
  const { id } = await ask<{ id: number }>(address, center, 'POST', '/api/uploads', announced)
  await ask(address, center, 'PUT', `/api/uploads/${id}/bytes/0`, bytes)
  const reading = { by: 'mapping', mapping: columnMapping, source: desk.source }
  const started = await ask<{ importIds: number[] }>(address, center, 'POST', '/api/imports', {
    ...{ uploadIds: [id], reading, isDryRun: false },
  })
  desk.importId = started.importIds[0] ?? null
  return { id: desk.importId ?? 0, state: 'waiting', read: 0, accepted: 0, refused: 0 }
}
