import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { constants, setPriority, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { countMutants, type MutantCounts } from './count-mutants.ts'

export type Mutation = MutantCounts & { seconds: number }

const configFile = 'test/bench/stryker.config.json'
/** The page beside it shows every survivor in its place. */
const reportFile = 'reports/mutation.json'
/** The method's known answers lie beside the project, so they have to lie beside its copy too. */
const beside = '../shared'
const outputCharactersLimit = 4000

/**
 * How many mistakes planted in `shared/balance` and `shared/measure` do their tests find?
 * Stryker plants each by itself in a copy of the project, outside of it, so that no run, however
 * it ends, leaves a mistake behind. One process at low priority; takes about half an hour.
 * A score under the threshold of the configuration makes the process fail; no report throws.
 */
export async function runMutation(): Promise<Mutation> {
  const beganAt = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'wellspent-mutation-'))
  try {
    if (existsSync(beside)) await symlink(resolve(beside), join(folder, 'shared'), 'junction')
    await rm(reportFile, { force: true })
    const { isGood, output } = await runStryker(folder)
    const report = await readFile(reportFile, 'utf8').catch(() => {
      throw new Error(`Stryker left no report:\n${output}`)
    })
    const seconds = (performance.now() - beganAt) / 1000
    const mutation = { ...countMutants(report), seconds }
    console.log(sayMutation(mutation))
    if (!isGood) process.exitCode = 1
    return mutation
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function sayMutation({ score, killed, survived, uncovered, seconds }: Mutation): string {
  const all = killed + survived + uncovered
  const missed = `${survived} survived, ${uncovered} run by no test`
  return `mutation score ${score.toFixed(1)} % (${killed} of ${all} killed, ${missed}; ${seconds.toFixed(0)} s)`
}

/** Runs Stryker to its end; returns whether it is content, and the end of what it said. */
function runStryker(folder: string): Promise<{ isGood: boolean; output: string }> {
  return new Promise((settle, fail) => {
    const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js'
    const child = spawn(process.execPath, [stryker, 'run', configFile, '--tempDirName', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    let output = ''
    const keep = (words: Buffer): void => {
      output = (output + words.toString('utf8')).slice(-outputCharactersLimit)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.once('error', fail)
    child.once('close', (code, signal) => {
      settle({ isGood: code === 0, output: `${output}Ended by ${signal ?? `code ${code}`}.` })
    })
  })
}
