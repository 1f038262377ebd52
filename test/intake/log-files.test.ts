import { createHash } from 'node:crypto'
import { mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followFile, type FollowedBatch } from '../../server/intake/follow/follow-file.ts'
import { logFilesAt } from '../../server/intake/follow/log-files.ts'
import { settingsWith } from './adapters/adapter-property.ts'
import { id, log, said } from './adapters/asterisk-lines.ts'
import { until } from './until.ts'

let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellspent-log-'))
  path = join(folder, 'queue_log')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (begun: number) =>
  `${log(
    `${begun + 5}|${id(begun)}|sales|NONE|ENTERQUEUE||4930555001|1`,
    `${begun + 9}|${id(begun)}|sales|NONE|ABANDON|1|1|4`,
  )}\n`

/** Lines that stay long when they are packed, and tell no call. */
const long = `${log(
  ...Array.from({ length: 200 }, (_, place) => {
    const noise = createHash('sha256').update(String(place)).digest('hex')
    return `150|NONE|NONE|NONE|${noise}|`
  }),
)}\n`

/** As a disk damages it: the check of its bytes fails, its beginning and its length are whole. */
function damaged(packed: Buffer): Buffer {
  const other = Buffer.from(packed)
  other[other.length - 8]! ^= 1
  return other
}

describe('the files of a log', () => {
  it('are the one of its name, and those set aside under names of numbers', async () => {
    const names = ['queue_log.1', 'queue_log.2.gz', 'queue_log-20260302', 'queue_log.1770026400']
    const others = ['queue_log.bak', 'queue_log2', 'other', 'queue_log.1.xz', 'full.1']
    for (const name of [...names, ...others]) {
      await writeFile(join(folder, name), name.endsWith('.gz') ? gzipSync(text(0)) : text(0))
    }
    const files = logFilesAt(path)
    expect(await files.current()).toBeNull()
    const found = await files.rotated()
    expect(found.map(({ name }) => name).sort()).toEqual(
      names.map((name) => join(folder, name)).sort(),
    )
    expect(new Set(found.map(({ size }) => size))).toEqual(new Set([text(0).length]))
    expect(new Set(found.map(({ head }) => Buffer.from(head).toString()))).toEqual(
      new Set([text(0)]),
    )
  })

  it('are read from a place on, packed or not; one that has gone is not there', async () => {
    await writeFile(path, text(0))
    await writeFile(`${path}.1.gz`, gzipSync(text(0)))
    const files = logFilesAt(path)
    for (const name of [path, `${path}.1.gz`]) {
      const read = await files.read(name, 10)
      expect(Buffer.from(read!.bytes).toString()).toBe(text(0).slice(10))
      expect(read!.isEnd).toBe(true)
    }
    expect(await files.read(`${path}.9`, 0)).toBeNull()
    expect(await files.read(`${path}.9.gz`, 0)).toBeNull()
  })

  it('that are packed and damaged are none', async () => {
    await writeFile(`${path}.1.gz`, 'no gzip')
    await writeFile(`${path}.2.gz`, '')
    expect(await logFilesAt(path).rotated()).toEqual([])
  })

  it('that are packed count no more once they lie there unpacked', async () => {
    await writeFile(`${path}.1.gz`, gzipSync(text(0)))
    await writeFile(`${path}.1`, text(0))
    const found = await logFilesAt(path).rotated()
    expect(found.map(({ name }) => name)).toEqual([`${path}.1`])
  })

  it('that are packed and damaged behind their beginning are an error of the disk', async () => {
    const name = `${path}.1.gz`
    await writeFile(name, damaged(gzipSync(text(0) + long)))
    expect(await logFilesAt(path).rotated()).toMatchObject([{ name }])
    await expect(logFilesAt(path).read(name, 0)).rejects.toMatchObject({
      ...{ path: name, syscall: 'read', message: expect.stringContaining('by hand') as string },
    })
  })
})

/** Follows the log on disk; what is stored is kept here. */
function openFollowing(store?: (batch: FollowedBatch) => Promise<void>) {
  const stop = new AbortController()
  const heard: string[] = []
  const batches: FollowedBatch[] = []
  const ended = followFile({
    ...{ path, settings: settingsWith(), signal: stop.signal, clock: () => settingsWith().now },
    load: async () => batches.at(-1)?.state ?? null,
    store: async (batch) => {
      await store?.(batch)
      batches.push(batch)
    },
    mayRetry: (error) => error instanceof Error && error.message === 'away',
    wait: (milliseconds) => wait(milliseconds / 100),
    log: (sentence) => heard.push(sentence),
  })
  ended.catch(() => undefined)
  return {
    ...{ heard, ended },
    records: () => said(batches.flatMap(({ lines }) => lines)).records.length,
    stop: async () => {
      stop.abort()
      await ended
    },
  }
}

describe('following on disk', () => {
  it('goes on in a file that was renamed and packed at once', async () => {
    await writeFile(path, text(0))
    const following = openFollowing()
    await until('the first call', async () => following.records() === 1)
    const all = text(0) + text(100)
    await writeFile(`${path}.1.gz`, gzipSync(all))
    await writeFile(`${path}.new`, text(200))
    await rename(`${path}.new`, path)
    await until('the other calls', async () => following.records() === 3)
    await following.stop()
    expect(following.heard).toEqual([])
  })

  it('says once what to do about a packed file that is damaged, and goes on once it is whole', async () => {
    await writeFile(path, text(0))
    const following = openFollowing()
    await until('the first call', async () => following.records() === 1)
    const all = text(0) + text(100) + long
    await writeFile(`${path}.1.gz`, damaged(gzipSync(all)))
    await writeFile(`${path}.new`, text(200))
    await rename(`${path}.new`, path)
    await until('the sentence', async () => following.heard.length > 0)
    await wait(150)
    await writeFile(`${path}.new`, all)
    await rename(`${path}.new`, `${path}.1`)
    await until('the other calls', async () => following.records() === 3)
    await following.stop()
    expect(following.heard).toEqual([expect.stringContaining('unpack it by hand')])
  })

  it('says once where the former file has gone', async () => {
    await writeFile(path, text(0))
    const following = openFollowing()
    await until('the first call', async () => following.records() === 1)
    await writeFile(path, text(100) + text(200))
    await until('the other calls', async () => following.records() === 3)
    await following.stop()
    expect(following.heard).toEqual([expect.stringContaining('another file than before')])
  })

  it('waits while there is no file, and while it is empty', async () => {
    await writeFile(path, text(0))
    const following = openFollowing()
    await until('the first call', async () => following.records() === 1)
    await rename(path, `${path}.1`)
    await wait(50)
    await writeFile(path, '')
    await wait(50)
    await unlink(path)
    await wait(50)
    await writeFile(path, text(100))
    await until('the second call', async () => following.records() === 2)
    await following.stop()
    expect(following.heard).toEqual([])
  })

  it('tries again what could not be stored, and ends where that makes no sense', async () => {
    await writeFile(path, text(0))
    let failures = 1
    const following = openFollowing(async () => {
      failures -= 1
      if (failures >= 0) throw new Error('away')
    })
    await until('the call', async () => following.records() === 1)
    await following.stop()
    expect(following.heard).toEqual([expect.stringContaining('tried again')])
    const broken = openFollowing(async () => {
      throw new Error('a bug')
    })
    await expect(broken.ended).rejects.toThrow('a bug')
  })
})
