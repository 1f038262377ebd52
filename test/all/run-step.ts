import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { countTests, type Counts } from './count-tests.ts'
import { type Step } from './steps.ts'

export type Ran = Counts & { name: string; seconds: number; output: string }

/** A step that takes longer hangs; it is ended and counts as failed. */
const stepSecondsLimit = 600
const outputCharactersLimit = 40_000

/** Runs a step to its end, whatever comes of it. */
export async function runStep(step: Step): Promise<Ran> {
  const beganAt = performance.now()
  const counted = step.counts === 'once' ? runOnce(step) : runTests(step)
  const { output, ...counts } = await counted
  return { ...counts, name: step.name, seconds: (performance.now() - beganAt) / 1000, output }
}

async function runOnce({ node }: Step): Promise<Counts & { output: string }> {
  const { isGood, output } = await run(node)
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0, output }
}

async function runTests({ node }: Step): Promise<Counts & { output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'wellspent-counts-'))
  const file = join(folder, 'vitest.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { isGood, output } = await run([...node, ...reporters])
    const report = await readFile(file, 'utf8').catch(() => null)
    return { ...countTests(report, isGood), output }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function run(node: readonly string[]): Promise<{ isGood: boolean; output: string }> {
  return new Promise((resolve) => {
    // A group of its own, so that what hangs is ended with everything it started.
    const child = spawn(process.execPath, node, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    let output = ''
    const keep = (words: Buffer): void => {
      output = (output + words.toString('utf8')).slice(-outputCharactersLimit)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const endAll = (): void => {
      end(child.pid)
    }
    const timer = setTimeout(() => {
      keep(Buffer.from(`\nEnded after ${stepSecondsLimit} seconds.\n`))
      endAll()
    }, stepSecondsLimit * 1000)
    process.once('exit', endAll)
    child.once('error', (error) => {
      keep(Buffer.from(error.message))
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      process.off('exit', endAll)
      resolve({ isGood: code === 0, output: stripVTControlCharacters(output) })
    })
  })
}

function end(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
