import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as upload from '../../shared/intake/upload-contract.ts'
import { partBytesLimit, uploadBytesLimit, uploadsLimit } from '../../shared/intake/upload.ts'
import { openSpool, PartTooLarge } from '../../server/intake/spool.ts'
import { openWorld } from '../world/open-world.ts'
import { sendFile, sendPart } from './send-file.ts'

const world = await openWorld()
const center = await world.center()
const admin = await center.person('admin')
const content = 'id,at\n1,2026-02-01T10:00:00Z\n'

const rowOf = async (id: number) =>
  (await admin.ask(upload.uploads, { query: { limit: 200 } })).items.find((each) => each.id === id)

async function fileOf(id: number): Promise<string> {
  const [row] = await world.database.reading<{ file: string }[]>`
    select file from upload where organization_id = ${center.id} and id = ${id}`
  return join(world.spoolFolder, row!.file)
}

const opened = async (bytes: number, name = 'calls.csv') =>
  (await admin.tell(upload.openUpload, { body: { name, bytes } })).id

describe('an upload', () => {
  it('arrives in parts, each where the one before ended', async () => {
    const id = await opened(content.length, 'Januar – Süd.csv')
    const cuts = [content.slice(0, 5), content.slice(5, 20), content.slice(20)]
    let from = 0
    for (const part of cuts) {
      const answered = await sendPart(admin, id, from, Buffer.from(part))
      from += part.length
      expect(answered).toMatchObject({ status: 200, body: { id, received: from } })
    }
    expect(await rowOf(id)).toMatchObject({
      ...{ name: 'Januar – Süd.csv', bytes: content.length, received: content.length },
      ...{ createdAt: '2026-03-02T09:00:00.000Z', expiresAt: '2026-03-05T09:00:00.000Z' },
      createdBy: expect.stringContaining('admin') as string,
    })
    expect(readFileSync(await fileOf(id), 'utf8')).toBe(content)
  })

  it('lies under a name that says nothing, in a folder of our own', async () => {
    const id = await sendFile(admin, '../../etc/passwd', content)
    expect(await fileOf(id)).toMatch(/\/[0-9a-f-]{36}$/)
    expect((await rowOf(id))?.name).toBe('../../etc/passwd')
  })

  it('takes a part again that broke off, and none at another place', async () => {
    const id = await opened(content.length)
    await sendPart(admin, id, 0, Buffer.from(content.slice(0, 10)))
    for (const from of [0, 9, 11]) {
      expect(await sendPart(admin, id, from, Buffer.from('xx'))).toMatchObject({
        ...{ status: 409, body: { reason: 'part_out_of_place' } },
      })
    }
    const { body } = await sendPart(admin, id, 11, Buffer.from('xx'))
    expect(body).toMatchObject({ message: 'The file goes on at byte 10.' })
    await sendPart(admin, id, 10, Buffer.from(content.slice(10)))
    expect(readFileSync(await fileOf(id), 'utf8')).toBe(content)
  })

  it('takes no more than it announced, and no part larger than a part may be', async () => {
    const id = await opened(10)
    expect(await sendPart(admin, id, 0, Buffer.alloc(11))).toMatchObject({
      ...{ status: 413, body: { reason: 'body_too_large' } },
    })
    expect(await rowOf(id)).toMatchObject({ received: 0 })
    const large = await opened(3 * partBytesLimit)
    expect((await sendPart(admin, large, 0, Buffer.alloc(partBytesLimit + 1))).status).toBe(413)
    expect((await sendPart(admin, large, 0, Buffer.alloc(partBytesLimit))).status).toBe(200)
    const body = { name: 'x', bytes: uploadBytesLimit + 1 }
    expect(await admin.refused(upload.openUpload, { body })).toMatchObject({ status: 400 })
  })

  it('counts no part that two send at once twice', async () => {
    const id = await opened(content.length)
    const part = Buffer.from(content)
    const answered = await Promise.all([sendPart(admin, id, 0, part), sendPart(admin, id, 0, part)])
    expect(answered.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(readFileSync(await fileOf(id), 'utf8')).toBe(content)
  })

  it('is looked at only when it is here as a whole', async () => {
    const id = await opened(content.length)
    const params = { uploadId: id }
    const refused = { status: 409, reason: 'upload_incomplete' }
    expect(await admin.refused(upload.recognition, { params })).toMatchObject(refused)
    const body = { by: 'preset' as const, name: 'five9', source: 'five9' }
    expect(await admin.refused(upload.preview, { params, body })).toMatchObject(refused)
  })

  it('can be empty', async () => {
    const id = await opened(0)
    const told = await admin.ask(upload.recognition, { params: { uploadId: id } })
    expect(told).toMatchObject({
      kind: 'unreadable',
      problem: expect.stringContaining('empty') as string,
    })
  })

  it('goes with its file when it is dropped, and is not there for others', async () => {
    const id = await sendFile(admin, 'gone.csv', content)
    const path = await fileOf(id)
    const stranger = await (await world.center()).person('admin')
    const params = { uploadId: id }
    expect(await stranger.refused(upload.dropUpload, { params })).toMatchObject({ status: 404 })
    expect((await sendPart(stranger, id, 0, Buffer.from('x'))).status).toBe(404)
    expect(existsSync(path)).toBe(true)
    await admin.tell(upload.dropUpload, { params })
    expect(existsSync(path)).toBe(false)
    expect(await admin.refused(upload.dropUpload, { params })).toMatchObject({
      ...{ status: 404, reason: 'upload_unknown' },
    })
  })

  it('is refused where there are as many as may be', async () => {
    const crowded = await world.center()
    const person = await crowded.person('admin')
    await world.database.writing`
      insert into upload (organization_id, name, bytes, file, created_at, touched_at)
      select ${crowded.id}, 'x', 1, 'f' || n, now(), ${new Date(world.clock.now())}
      from generate_series(1, ${uploadsLimit}) n`
    const body = { name: 'one more', bytes: 1 }
    expect(await person.refused(upload.openUpload, { body })).toMatchObject({
      ...{ status: 409, reason: 'uploads_full' },
    })
  })
})

describe('old uploads', () => {
  it('are deleted after three days, and so is what no upload knows', async () => {
    const kept = await sendFile(admin, 'kept.csv', content)
    const path = await fileOf(kept)
    writeFileSync(join(world.spoolFolder, 'left over'), 'x')
    world.clock.pass(71 * 3600)
    const fresh = await sendFile(admin, 'fresh.csv', content)
    await world.house.imports.sweep()
    expect(existsSync(path)).toBe(true)
    expect(readdirSync(world.spoolFolder)).not.toContain('left over')
    world.clock.pass(2 * 3600)
    await world.house.imports.sweep()
    expect(existsSync(path)).toBe(false)
    expect(await rowOf(kept)).toBeUndefined()
    expect(await rowOf(fresh)).toBeDefined()
    expect(readdirSync(world.spoolFolder)).toEqual([(await fileOf(fresh)).split('/').at(-1)])
  })
})

describe('the spool folder', () => {
  it('writes a part at its place and refuses one that is too large on the way', async () => {
    const spool = openSpool(world.spoolFolder)
    const file = spool.newName()
    await spool.create(file)
    async function* pieces() {
      yield Buffer.from('abc')
      yield Buffer.from('def')
    }
    expect(await spool.write(file, { from: 0, most: 6, bytes: pieces() })).toBe(6)
    await expect(spool.write(file, { from: 3, most: 5, bytes: pieces() })).rejects.toThrow(
      PartTooLarge,
    )
    expect(readFileSync(spool.pathOf(file), 'utf8').slice(0, 6)).toBe('abcabc')
    expect(await spool.hasRoomFor(Number.MAX_SAFE_INTEGER)).toBe(false)
    await spool.remove(file)
    await spool.remove(file)
    expect(await openSpool('/nowhere/at/all').files()).toEqual([])
  })
})
