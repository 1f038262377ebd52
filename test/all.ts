import { type Step, checks, tests } from './all/steps.ts'
import { runStep, type Ran } from './all/run-step.ts'

/**
 * The whole of `pnpm test`: every check of the house, then every test. All steps run even where
 * one fails; the failures come at the end, and the counts on the last line.
 * `--checks` leaves the tests out.
 */
const steps: readonly Step[] = process.argv.includes('--checks') ? checks : [...checks, ...tests]

const beganAt = performance.now()
const ran: Ran[] = []
for (const step of steps) {
  const one = await runStep(step)
  const mark = one.failed === 0 ? 'ok    ' : 'FAILED'
  console.log(`${mark} ${step.name.padEnd(24)} ${one.seconds.toFixed(1).padStart(6)} s`)
  ran.push(one)
}

const broken = ran.filter(({ failed }) => failed > 0)
for (const { name, output } of broken) console.log(`\n=== ${name}\n${output.trim()}`)

const total = (of: 'passed' | 'failed' | 'skipped') => ran.reduce((sum, one) => sum + one[of], 0)
const seconds = (performance.now() - beganAt) / 1000
const skipped = total('skipped') === 0 ? '' : `, ${total('skipped')} skipped`
console.log(`\n${seconds.toFixed(0)} seconds`)
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped}`)
process.exitCode = broken.length === 0 ? 0 : 1
