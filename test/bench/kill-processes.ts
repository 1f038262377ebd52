import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Started } from './start-program.ts'

/** Processes that were killed are gone after this at the latest. */
const endSecondsLimit = 30
const lookMilliseconds = 25

/** Ends a program and the database in its folder at once, as a power cut would. */
export async function killAll(folder: string, started: Started): Promise<void> {
  const killed = killServer(started)
  await killDatabase(folder)
  await killed
}

export async function killServer({ child, ended }: Started): Promise<void> {
  if (child.pid !== undefined) kill(child.pid)
  await ended
}

/** The postmaster of a folder and its children, each by its number. */
export async function killDatabase(folder: string): Promise<void> {
  const postmaster = await postmasterOf(folder)
  const children = postmaster === null ? [] : await childrenOf(postmaster)
  for (const pid of [postmaster, ...children]) if (pid !== null) kill(pid)
  const until = performance.now() + endSecondsLimit * 1000
  for (const pid of [postmaster, ...children]) {
    while (pid !== null && (await isAlive(pid)) && performance.now() < until) {
      await wait(lookMilliseconds)
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself a moment before.
  }
}

/** The first line of postmaster.pid; null where no database runs. */
async function postmasterOf(folder: string): Promise<number | null> {
  const file = join(folder, 'postgres', 'postmaster.pid')
  const [first = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 1) return null
  const name = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  // A number that was left over by the last crash may be another program's by now.
  return name.includes(join(folder, 'postgres')) ? pid : null
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    pids.map(async (pid) => ((await parentOf(pid)) === parent ? [pid] : [])),
  )
  return found.flat()
}

/** The field behind the name, which stands in brackets and may hold anything. */
async function parentOf(pid: number): Promise<number | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const [, parent] = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return parent ?? null
}

/** One that has ended and waits to be collected is not alive. */
async function isAlive(pid: number): Promise<boolean> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  return line !== null && line.slice(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3) !== 'Z'
}
