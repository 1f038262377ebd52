export type Counts = { passed: number; failed: number; skipped: number }

/** What vitest's JSON report holds, as far as it is counted. */
type Report = {
  testResults: {
    status: string
    assertionResults: { status: string }[]
  }[]
}

/**
 * Counts every single test of a report. A file that fails outside its tests counts as one failed
 * test, and so does a run that fails for no reason in the report, or leaves none.
 *
 * @param text the report, null where there is none
 * @param isGood whether vitest said that all is well
 */
export function countTests(text: string | null, isGood: boolean): Counts {
  const files = text === null ? [] : (JSON.parse(text) as Report).testResults
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, assertionResults } of files) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length
    const passed = assertionResults.filter((test) => test.status === 'passed').length
    counts.passed += passed
    counts.failed += status === 'failed' && failed === 0 ? 1 : failed
    counts.skipped += assertionResults.length - failed - passed
  }
  const isUnexplained = (text === null || !isGood) && counts.failed === 0
  return { ...counts, failed: isUnexplained ? 1 : counts.failed }
}
