import { describe, expect, it, vi } from 'vitest'
import { type Adapter } from '../../server/intake/adapters/adapter.ts'
import { type ReadLine } from '../../server/intake/read-step.ts'
import * as intake from '../../shared/intake/contract.ts'
import * as upload from '../../shared/intake/upload-contract.ts'
import { openWorld } from '../world/open-world.ts'
import { sendFile } from './send-file.ts'
import { give, runOf, storedCalls } from './wizard-files.ts'

/** Lines "id begins" and "id ends" tell of one call together; the last one brings it. */
const twoLines = vi.hoisted(() => {
  const lineOf = (text: string, lineNumber: number, settings: AdapterLike): ReadLine => {
    const [id = '', what] = text.split('|')
    const record = {
      ...{ source: settings.source, externalId: id, startedAt: '2026-02-01T10:00:00Z' },
      ...{ direction: 'inbound' as const, queue: settings.names['queue'] ?? null },
      customer: settings.country === 'DE' ? '+4930901820' : null,
      legs: [],
    }
    if (what === 'begins') return { lineNumber, text, outcome: { kind: 'joined', externalId: id } }
    if (what === 'ends') return { lineNumber, text, outcome: { kind: 'record', record } }
    return { lineNumber, text, outcome: { kind: 'ignored', rule: 'unknown_event' } }
  }
  type AdapterLike = { source: string; country: string | null; names: Record<string, string> }
  const adapter: Adapter = {
    ...{ name: 'two-lines', title: 'A log of two lines a call' },
    needsTimeZone: () => true,
    recognizes: (head) => head.startsWith('log|'),
    open: (settings) => {
      let rest = ''
      let number = 0
      const lines = (texts: readonly string[]) =>
        texts.map((text) => lineOf(text, (number += 1), settings))
      return {
        take: (text) => {
          const texts = (rest + text).split('\n')
          rest = texts.pop() ?? ''
          return { lines: lines(texts), stop: null }
        },
        end: () => ({ lines: rest === '' ? [] : lines([rest]), stop: null }),
        lineAtHand: () => number + 1,
      }
    },
  }
  return adapter
})
vi.mock('../../server/intake/adapters/all-adapters.ts', () => ({
  allAdapters: [twoLines],
  adapterNamed: (name: string) => (name === twoLines.name ? twoLines : null),
}))

const world = await openWorld()
const center = await world.center()
const admin = await center.person('admin')

const calls = 5_000
const file = [
  'log|v1',
  ...Array.from({ length: calls }, (_, n) => `${n}|begins\n${n}|ends`),
  '',
].join('\n')

describe('a file that an adapter reads', () => {
  it('goes the same way as one that a mapping reads', async () => {
    const uploadId = await sendFile(admin, 'queue_log', file)
    const params = { uploadId }
    expect(await admin.ask(upload.recognition, { params })).toMatchObject({
      ...{ kind: 'adapter', name: 'two-lines', title: 'A log of two lines a call' },
      ...{ needsTimeZone: true, confidence: 1 },
    })
    expect((await admin.ask(upload.readers)).items).toContainEqual({
      ...{ kind: 'adapter', name: 'two-lines', title: 'A log of two lines a call' },
      needsTimeZone: null,
    })
    const reading = { by: 'adapter' as const, name: 'two-lines', source: 'pbx' }
    expect(await admin.refused(upload.preview, { params, body: reading })).toMatchObject({
      fields: [{ field: 'timeZone' }],
    })
    const names = [{ what: 'queue', name: 'support' }]
    const whole = { ...reading, timeZone: 'UTC', country: 'DE', names }
    const preview = await admin.tell(upload.preview, { params, body: whole })
    expect(preview).toMatchObject({
      joined: 20,
      ignoredByRule: [{ rule: 'unknown_event', count: 1 }],
    })
    expect(preview.lines[0]?.fields).toContainEqual({ field: 'queue', value: 'support' })
    expect(preview.lines[0]?.fields).toContainEqual({ field: 'customer', value: '+4930901820' })
    const body = { uploadIds: [uploadId], reading: whole, isDryRun: false }
    const { importIds } = await admin.tell(intake.startImports, { body })
    await give(admin, importIds[0]!, 'pause')
    await give(admin, importIds[0]!, 'resume')
    await world.house.imports.workOff()
    expect(await runOf(admin, importIds[0]!)).toMatchObject({
      ...{ state: 'finished', read: 2 * calls + 1, accepted: calls, joined: calls, ignored: 1 },
    })
    expect(await storedCalls(world, center.id, 'pbx')).toBe(calls)
    expect((await admin.ask(intake.sourceSettings)).items).toMatchObject([
      { source: 'pbx', reader: 'two-lines', timeZone: 'UTC', country: 'DE', names },
    ])
  })
})
