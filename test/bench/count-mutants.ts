/** What became of the mistakes that were planted. */
export type MutantCounts = {
  /** A test failed, or would never have ended. */
  killed: number
  /** Every test passed. */
  survived: number
  /** No test runs the place; counted as not found. */
  uncovered: number
  /** Killed of all, in percent. */
  score: number
}

/** What Stryker's JSON report holds, as far as it is counted. */
type Report = { files: Record<string, { mutants: { status: string }[] }> }

/**
 * Counts the mutants of a report. Those that don't run at all (they would not load) tell nothing
 * of the tests and are left out.
 */
export function countMutants(text: string): MutantCounts {
  const files = Object.values((JSON.parse(text) as Report).files)
  const found = files.flatMap(({ mutants }) => mutants.map(({ status }) => status))
  const count = (...statuses: string[]): number =>
    found.filter((status) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived')
  const uncovered = count('NoCoverage')
  return { killed, survived, uncovered, score: (100 * killed) / (killed + survived + uncovered) }
}
