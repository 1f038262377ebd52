import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { importFiles } from '../../server/command-line/import.ts'
import { type Standing } from '../../server/stand-on.ts'
import * as intake from '../../shared/intake/contract.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { agent, contact, following } from './adapters/contacts.ts'
import { written } from './adapters/reading.ts'
import { storedCall } from './live-center.ts'

const world = await openWorld()
const folder = mkdtempSync(join(tmpdir(), 'wellspent-split-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue(undefined)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const standing = { database: world.database, secret } as Standing
const first = contact({ NextContactId: 'b', Agent: agent('ana', '09:01', '09:06') })
const second = following('b', 'a', { Agent: agent('bo', '09:08', '09:20') })
const alone = contact({ ContactId: 'z' })

async function importedCenter(files: readonly (readonly object[])[]) {
  const center = await world.center()
  const admin = await center.person('admin')
  const paths = files.map((documents, at) => {
    const path = join(folder, `contacts-${center.id}-${at}.json`)
    writeFileSync(path, written(...documents))
    return path
  })
  const nothing = { mapping: null, as: null, zone: null, country: null, sheet: null }
  const order = { ...nothing, source: 'live', isDryRun: false, organizationId: center.id }
  for (const path of paths) {
    const given = { ...order, files: [path], now: world.clock.now() }
    await importFiles(standing, given, world.clock.now)
  }
  return { center, runs: (await admin.ask(intake.imports)).items }
}

describe('a call whose documents stand in several files', () => {
  it.each([
    ['in their order', [[first, alone], [second]]],
    ['the later one first', [[second, alone], [first]]],
    ['one of them again', [[first, alone, second], [second]]],
  ])('becomes whole: %s', async (_, files) => {
    const { center, runs } = await importedCenter(files)
    expect(await storedCall(world, center, 'a')).toMatchObject({ reps: ['ana', 'bo'] })
    expect(await storedCall(world, center, 'z')).toMatchObject({ reps: ['ana'] })
    for (const run of runs) {
      const { read, accepted, unchanged, superseded, joined, ignored, refused } = run
      expect(accepted + unchanged + superseded + joined + ignored + refused).toBe(read)
      expect(refused).toBe(0)
    }
  })
})
