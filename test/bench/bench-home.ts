import { appendFile, chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

const results = 'test/bench/results'

/** A folder of its own for one bench, gone when it has ended. */
export async function withHome<Done>(
  name: string,
  work: (home: string) => Promise<Done>,
): Promise<Done> {
  const home = await mkdtemp(join(tmpdir(), `wellspent-${name}-`))
  // PostgreSQL may run as a user of its own, who has to reach its data.
  await chmod(home, 0o711)
  try {
    return await work(home)
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** How busy the machine is already; to be asked before anything is measured. */
export const loadBefore = (): string => loadavg()[0]?.toFixed(1) ?? '?'

/** Shows what was measured, and keeps it. */
export async function publish(name: string, page: string): Promise<void> {
  await mkdir(results, { recursive: true })
  await writeFile(fileOf(name), page)
  console.log(page)
}

/** What a long bench tells while it runs; it is kept from its first line on. */
export const openLog = (name: string) => ({
  begin: (heading: string): Promise<void> => publish(name, `${heading}\n`),
  tell: async (sentence: string): Promise<void> => {
    console.log(sentence)
    await appendFile(fileOf(name), `${sentence}\n`)
  },
})

const fileOf = (name: string): string => join(results, `${name}.md`)
