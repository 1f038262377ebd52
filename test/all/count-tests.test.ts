import { describe, expect, it } from 'vitest'
import { countTests } from './count-tests.ts'

const report = (...files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  })

describe('counting tests', () => {
  it('counts every single one', () => {
    const text = report(
      { status: 'passed', tests: ['passed', 'passed', 'skipped'] },
      { status: 'failed', tests: ['passed', 'failed', 'todo', 'pending'] },
    )
    expect(countTests(text, false)).toEqual({ passed: 3, failed: 1, skipped: 3 })
  })

  it('counts a file that fails outside its tests as one failure', () => {
    const text = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] })
    expect(countTests(text, false)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it.each([
    ['leaves no report', null, true],
    ['fails although all tests pass', report({ status: 'passed', tests: ['passed'] }), false],
  ])('counts a run that %s as one failure', (_, text, isGood) => {
    expect(countTests(text, isGood).failed).toBe(1)
  })
})
