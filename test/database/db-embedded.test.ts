import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import { until } from '../intake/until.ts'

const folder = await mkdtemp(join(tmpdir(), 'wellspent-embedded-'))
// PostgreSQL may run as a user of its own, who has to reach its data.
await chmod(folder, 0o711)
afterAll(() => rm(folder, { recursive: true, force: true }))

const ask = async (url: string): Promise<unknown> => {
  const sql = postgres(url, { max: 1 })
  try {
    return (await sql`select 1 as one`)[0]
  } finally {
    await sql.end()
  }
}

it('is joined while it runs, and started again at once after it was killed', async () => {
  const first = await startEmbedded(folder)
  expect(first.wasRunning).toBe(false)
  const joined = await startEmbedded(folder)
  expect(joined).toMatchObject({ wasRunning: true, url: first.url })
  const [pid] = (await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  // The signal takes a moment to arrive; until then there is something to join.
  const answers = () =>
    ask(first.url).then(
      () => true,
      () => false,
    )
  await until('it is gone', async () => !(await answers()))
  const again = await startEmbedded(folder)
  try {
    expect(again.wasRunning).toBe(false)
    expect(await ask(again.url)).toEqual({ one: 1 })
  } finally {
    await again.stop()
  }
})
