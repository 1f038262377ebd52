import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'

/**
 * Builds the pages into dist/web when their sources changed since the last build, and says so
 * in one line. `pnpm start` runs it before the server; unchanged, it costs a few milliseconds.
 */
const project = resolve(import.meta.dirname, '..')
const stampFile = join(project, 'dist', 'web.stamp')
const firstPage = join(project, 'dist', 'web', 'index.html')
const sources = ['web', 'shared', 'package.json', 'pnpm-lock.yaml']

const stamp = await stampOf(sources)
if (existsSync(firstPage) && (await textIn(stampFile)) === stamp) {
  console.log('The pages are built.')
} else {
  await build()
}

async function build(): Promise<void> {
  const beganAt = performance.now()
  /* An interrupted build must not look finished. */
  await rm(stampFile, { force: true })
  const vite = await import('vite')
  const configFile = join(import.meta.dirname, 'vite.config.ts')
  await vite.build({ configFile, mode: 'production', logLevel: 'warn' })
  await mkdir(join(project, 'dist'), { recursive: true })
  await writeFile(stampFile, stamp)
  const seconds = (performance.now() - beganAt) / 1_000
  console.log(`Built the pages in ${seconds.toFixed(1)} s.`)
}

/** A hash over names and contents: a checkout may set any time on a file. */
async function stampOf(roots: readonly string[]): Promise<string> {
  const found = await Promise.all(roots.map((root) => filesIn(join(project, root))))
  const hash = createHash('sha256')
  for (const file of found.flat().sort()) {
    hash.update(`${relative(project, file)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return [path]
  }
}

async function textIn(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return null
  }
}
