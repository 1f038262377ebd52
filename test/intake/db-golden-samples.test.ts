import { describe, expect, it } from 'vitest'
import * as calls from '../../shared/calls/contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import { previewedLinesLimit } from '../../shared/intake/preview.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { choiceOf, orderOf } from '../../web/intake/reading/choice.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { isMissing, sampleBytes, sampleFiles } from './adapters/sample-file.ts'
import { goldenSamples, undescribedSamples, unreadSamples } from './golden/all-samples.ts'
import { type Sample } from './golden/sample.ts'
import { sendFile } from './send-file.ts'
import { runOf } from './wizard-files.ts'

const world = await openWorld()
/** Small, so that each file comes in several parts. */
const partBytes = 10_000

/** Reads a file as the page does: sent in parts, recognized, and what is asked answered. */
async function readAsThePage(admin: Caller, { file, reader, zone, country }: Sample) {
  const uploadId = await sendFile(admin, file, sampleBytes(file), partBytes)
  const params = { uploadId }
  const recognized = await admin.ask(upload.recognition, { params })
  expect(recognized).toMatchObject({ name: reader, problem: null })
  const { items: readers } = await admin.ask(upload.readers)
  const search = { ...(zone !== undefined && { zone }), ...(country !== undefined && { country }) }
  const choice = choiceOf(search, { recognized, readers, settings: [] })
  expect(choice.asksZone).toBe(zone !== undefined)
  const order = orderOf(choice, { mapping: null, names: {}, cdrs: [] })
  const preview = await admin.tell(upload.preview, { params, body: order })
  expect(preview.problem).toBeNull()
  const run = async (isDryRun: boolean) => {
    const body = { uploadIds: [uploadId], reading: order, isDryRun }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await world.house.imports.workOff()
    return runOf(admin, importIds[0]!)
  }
  return { preview, trial: await run(true), imported: await run(false) }
}

describe.skipIf(isMissing)('what a vendor’s own file comes to on the pages', () => {
  it.each(goldenSamples)('$file', async (sample) => {
    const center = await world.center()
    const admin = await center.person('admin')
    const { preview, trial, imported } = await readAsThePage(admin, sample)
    const { read, accepted, refused = 0 } = sample.counts
    for (const run of [trial, imported]) {
      const { joined, ignored } = run
      expect(run).toMatchObject({ state: 'finished', failure: null, read, accepted, refused })
      expect(accepted + refused + joined + ignored).toBe(read)
    }
    const shown = preview.lines.filter(({ problem }) => problem === null)
    expect(shown).toHaveLength(Math.min(accepted, previewedLinesLimit))
    expect(preview.lines.length - shown.length).toBe(refused)
    expect(preview.isWhole).toBe(accepted + refused <= previewedLinesLimit)
    for (const [externalId, { reps, ...golden }] of Object.entries(sample.calls)) {
      const params = { callId: await center.callId(externalId) }
      const page = await admin.ask(calls.show, { params })
      expect(page).toMatchObject(golden)
      if (golden.legs) expect(page.legs).toHaveLength(golden.legs.length)
      if (reps) expect(page.legs.map(({ rep }) => rep?.name)).toEqual(reps)
    }
  })

  it.each(unreadSamples)('$file, which nothing reads', async ({ file, says }) => {
    const admin = await (await world.center()).person('admin')
    const params = { uploadId: await sendFile(admin, file, sampleBytes(file)) }
    const told = await admin.ask(upload.recognition, { params })
    expect(told).toMatchObject({ kind: 'unreadable' })
    expect(told.problem).toContain(says)
  })

  it.each(undescribedSamples)('%s, whose columns have to be described', async (file) => {
    const admin = await (await world.center()).person('admin')
    const params = { uploadId: await sendFile(admin, file, sampleBytes(file)) }
    expect(await admin.ask(upload.recognition, { params })).toMatchObject({
      ...{ kind: 'mapping_needed', delimiter: ',' },
    })
  })

  it('is known of every file there is', () => {
    const known = [...goldenSamples, ...unreadSamples].map(({ file }) => file)
    expect([...known, ...undescribedSamples].sort()).toEqual(sampleFiles())
  })
})
