import { readFile } from 'node:fs/promises'

/** How often it looks whether whoever launched us is still there. A look reads one small file. */
const lookMilliseconds = 500
const generationsLimit = 12

type Process = { pid: number; parent: number; startedAt: string; command: string }

/**
 * Calls back when the `npx` that started this process has gone. A signal sent to npx ends npx
 * alone, and what it started would go on unnoticed; Linux tells who our ancestors are.
 */
export async function whenLauncherIsGone(gone: () => void): Promise<void> {
  if (process.platform !== 'linux') return
  const launcher = await findLauncher()
  if (!launcher) return
  const timer = setInterval(() => {
    void look(launcher.pid).then((now) => {
      if (now?.startedAt === launcher.startedAt) return
      clearInterval(timer)
      gone()
    })
  }, lookMilliseconds)
  timer.unref()
}

async function findLauncher(): Promise<Process | null> {
  let current = await look(process.ppid)
  for (let generation = 0; current && generation < generationsLimit; generation += 1) {
    if (/^npm exec |[/\s]npx(\s|$)|npx-cli/.test(current.command)) return current
    current = current.parent > 1 ? await look(current.parent) : null
  }
  return null
}

/** What /proc says of a process; null where there is none. */
async function look(pid: number): Promise<Process | null> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ])
    // The name in brackets may hold anything; the numbers follow its last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const parent = Number(fields[1])
    return { pid, parent, startedAt: fields[19] ?? '', command: command.replaceAll('\0', ' ') }
  } catch {
    return null
  }
}
