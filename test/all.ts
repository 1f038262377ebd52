import { type Step, checks, tests } from './all/steps.ts'
import { runStep, type Ran } from './all/run-step.ts'

/**
 * The whole of `pnpm test`: every check of the house, then every test. All steps run even where
 * one fails; the failures come at the end, and the counts on the last line.
 * `--checks` leaves the tests out.
 */
const onlyChecks = process.argv.includes('--checks')
/** Checks need one core each; tests share theirs out among themselves. */
const checksAtOnce = 2

const beganAt = performance.now()
const ran = await runAll(checks, checksAtOnce)
if (!onlyChecks) ran.push(...(await runAll(tests, 1)))

const broken = ran.filter(({ failed }) => failed > 0)
for (const { name, output } of broken) console.log(`\n=== ${name}\n${output.trim()}`)

const total = (of: 'passed' | 'failed' | 'skipped') => ran.reduce((sum, one) => sum + one[of], 0)
const seconds = (performance.now() - beganAt) / 1000
const skipped = total('skipped') === 0 ? '' : `, ${total('skipped')} skipped`
console.log(`\n${seconds.toFixed(0)} seconds`)
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exitCode = broken.length === 0 ? 0 : 1

/** Runs steps in order, so many at once, and tells of each when it has ended. */
async function runAll(steps: readonly Step[], atOnce: number): Promise<Ran[]> {
  const waiting = [...steps]
  const ended: Ran[] = []
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const one = await runStep(step)
      const mark = one.failed === 0 ? 'ok    ' : 'FAILED'
      console.log(`${mark} ${one.name.padEnd(24)} ${one.seconds.toFixed(1).padStart(6)} s`)
      ended.push(one)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return ended
}
