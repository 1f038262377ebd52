import { readFile } from 'node:fs/promises'
import { median } from './balance-measure.ts'
import { keptMegabytes } from './kept-memory.ts'

/** Linux counts processor time in hundredths of a second. */
const ticksPerSecond = 100

/** Processor time that a process has used since it began, in seconds. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold anything; what follows it does not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Resident memory of a process, in megabytes. */
export const residentMegabytes = (pid: number): Promise<number> => megabytesOf(pid, 'VmRSS')

/** The most resident memory a process ever had, in megabytes. */
export const megabytesMost = (pid: number): Promise<number> => megabytesOf(pid, 'VmHWM')

async function megabytesOf(pid: number, measure: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${measure}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024
}

const lookMilliseconds = 500

/**
 * What a process costs: processor time in seconds; in megabytes the median of its resident memory,
 * with the garbage in it, and what it keeps at the end without any.
 */
export type Cost = { cpu: number; resident: number; kept: number }

/** A process that can be asked what it keeps. */
export type Inspected = { pid: number; inspector: string }

/** What a process costs while something is done. */
export async function costOf<Done>(
  { pid, inspector }: Inspected,
  work: () => Promise<Done>,
): Promise<{ cost: Cost; done: Done }> {
  const looks: number[] = []
  const begun = await cpuSeconds(pid)
  const timer = setInterval(() => {
    void residentMegabytes(pid).then((megabytes) => looks.push(megabytes))
  }, lookMilliseconds)
  try {
    const done = await work()
    const cpu = (await cpuSeconds(pid)) - begun
    const resident = median(looks)
    return { cost: { cpu, resident, kept: await keptMegabytes(inspector) }, done }
  } finally {
    clearInterval(timer)
  }
}

/** What is dearer about the second. */
export const more = (before: Cost, after: Cost): Cost => ({
  cpu: after.cpu - before.cpu,
  resident: after.resident - before.resident,
  kept: after.kept - before.kept,
})
