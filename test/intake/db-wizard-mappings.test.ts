import { describe, expect, it } from 'vitest'
import * as intake from '../../shared/intake/contract.ts'
import * as mappings from '../../shared/intake/mapping-contract.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { smallMapping } from './reading.ts'
import { sendFile } from './send-file.ts'
import { fileOfRows, localMapping, runOf } from './wizard-files.ts'

const world = await openWorld()
const center = await world.center()
const [kim, lee] = [await center.person('admin'), await center.person('admin')]

const save = (who: Caller, name: string, isShared: boolean, mapping: unknown = smallMapping) =>
  who.tell(mappings.saveMapping, { body: { name, isShared, mapping } })

const namesFor = async (who: Caller) =>
  (await who.ask(mappings.mappings, { query: { limit: 200 } })).items.map(({ name }) => name)

describe('a saved mapping', () => {
  it('is whoever’s saved it, until it is shared', async () => {
    const saved = await save(kim, 'Kim’s own', false)
    expect(saved).toMatchObject({ name: 'Kim’s own', isShared: false, isOwn: true })
    const params = { mappingId: saved.id }
    expect(await kim.ask(mappings.mapping, { params })).toMatchObject({ mapping: smallMapping })
    expect(await namesFor(lee)).not.toContain('Kim’s own')
    expect(await lee.refused(mappings.mapping, { params })).toMatchObject({
      ...{ status: 404, reason: 'mapping_unknown' },
    })
    await kim.tell(mappings.changeMapping, { params, body: { isShared: true } })
    expect(await namesFor(lee)).toContain('Kim’s own')
    expect(await lee.ask(mappings.mapping, { params })).toMatchObject({
      ...{ isOwn: false, isShared: true, mapping: smallMapping },
    })
  })

  it('is changed and deleted only by whoever saved it', async () => {
    const { id } = await save(kim, 'Kim’s to change', true)
    const params = { mappingId: id }
    const refused = { status: 403, reason: 'mapping_not_own' }
    const body = { name: 'Lee’s' }
    expect(await lee.refused(mappings.changeMapping, { params, body })).toMatchObject(refused)
    expect(await lee.refused(mappings.deleteMapping, { params })).toMatchObject(refused)
    const told = await kim.tell(mappings.changeMapping, {
      ...{ params, body: { name: 'Kim’s, changed', mapping: localMappingWithZone } },
    })
    expect(told).toMatchObject({ id, name: 'Kim’s, changed', isShared: true })
    expect(await kim.ask(mappings.mapping, { params })).toMatchObject({
      mapping: localMappingWithZone,
    })
    await kim.tell(mappings.deleteMapping, { params })
    expect(await namesFor(kim)).not.toContain('Kim’s, changed')
    expect(await kim.refused(mappings.deleteMapping, { params })).toMatchObject({ status: 404 })
  })

  it('becomes everybody’s when that person is gone', async () => {
    const gone = await center.person('admin')
    const { id } = await save(gone, 'left behind', false)
    await world.database.writing`delete from "user" where email = ${gone.email}`
    const params = { mappingId: id }
    expect(await lee.ask(mappings.mapping, { params })).toMatchObject({
      isOwn: true,
      createdBy: null,
    })
    await lee.tell(mappings.deleteMapping, { params })
  })

  it('has a name of its own in the organization', async () => {
    await save(kim, 'taken', false)
    const body = { name: ' taken ', isShared: false, mapping: smallMapping }
    expect(await lee.refused(mappings.saveMapping, { body })).toMatchObject({
      ...{ status: 409, reason: 'name_taken' },
    })
    const { id } = await save(lee, 'free', false)
    const sent = { params: { mappingId: id }, body: { name: 'taken' } }
    expect(await lee.refused(mappings.changeMapping, sent)).toMatchObject({ reason: 'name_taken' })
    await lee.tell(mappings.changeMapping, { ...sent, body: { name: 'free' } })
    const elsewhere = await (await world.center()).person('admin')
    expect((await save(elsewhere, 'taken', true)).name).toBe('taken')
    expect(await namesFor(elsewhere)).toEqual(['taken'])
  })

  it('is saved only if it can be read, and says field by field why not', async () => {
    const broken = { ...smallMapping, call: { ...smallMapping.call, queue: { colum: 'q' } } }
    const body = { name: 'broken', isShared: false, mapping: broken }
    const refused = await kim.refused(mappings.saveMapping, { body })
    expect(refused).toMatchObject({ status: 400, reason: 'reading_unclear' })
    expect(refused.fields?.[0]?.field).toBe('mapping.call.queue.colum')
  })

  it('is listed page by page', async () => {
    const many = await (await world.center()).person('admin')
    for (let n = 0; n < 5; n += 1) await save(many, `mapping ${n}`, false)
    const first = await many.ask(mappings.mappings, { query: { limit: 3 } })
    expect(first.items.map(({ name }) => name)).toEqual(['mapping 0', 'mapping 1', 'mapping 2'])
    const second = await many.ask(mappings.mappings, { query: { limit: 3, after: first.next } })
    expect(second.items.map(({ name }) => name)).toEqual(['mapping 3', 'mapping 4'])
    expect(second.next).toBeNull()
  })

  it('is offered for files that have its columns, and reads them', async () => {
    const { id } = await save(kim, 'for the export', true, localMappingWithZone)
    const uploadId = await sendFile(lee, 'calls.csv', fileOfRows(5))
    const told = await lee.ask(upload.recognition, { params: { uploadId } })
    expect(told).toMatchObject({ kind: 'mapping_needed', needsTimeZone: true })
    expect(told.fitting).toContainEqual({ id, name: 'for the export' })
    const reading = { by: 'saved_mapping' as const, mappingId: id, source: 'pbx' }
    const body = { uploadIds: [uploadId], reading, isDryRun: false }
    const { importIds } = await lee.tell(intake.startImports, { body })
    // What is changed afterwards doesn't change an import that waits.
    const changed = { ...localMappingWithZone, file: { delimiter: '|' } }
    const sent = { params: { mappingId: id }, body: { mapping: changed } }
    await kim.tell(mappings.changeMapping, sent)
    await world.house.imports.workOff()
    expect(await runOf(lee, importIds[0]!)).toMatchObject({
      ...{ state: 'finished', source: 'pbx', accepted: 4, refused: 1 },
    })
    const unknown = { ...body, reading: { ...reading, mappingId: 999_999 } }
    expect(await lee.refused(intake.startImports, { body: unknown })).toMatchObject({
      ...{ status: 404, reason: 'mapping_unknown' },
    })
  })
})

const localMappingWithZone = { ...localMapping, zone: 'Europe/Berlin' }
