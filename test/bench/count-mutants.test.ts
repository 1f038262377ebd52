import { expect, it } from 'vitest'
import { countMutants } from './count-mutants.ts'

const report = (...files: string[][]) => {
  const named = files.map((statuses, place) => [
    `shared/${place}.ts`,
    { mutants: statuses.map((status) => ({ status })) },
  ])
  return JSON.stringify({ files: Object.fromEntries(named) as unknown })
}

it('counts what no test runs against the score, and leaves out what does not load', () => {
  const text = report(
    ['Killed', 'Timeout', 'Survived', 'CompileError', 'RuntimeError'],
    ['Killed', 'NoCoverage', 'Ignored'],
  )
  expect(countMutants(text)).toEqual({ killed: 3, survived: 1, uncovered: 1, score: 60 })
})
