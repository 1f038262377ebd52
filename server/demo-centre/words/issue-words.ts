/**
 * What reps write about calls of one issue. In a sentence `{a|b}` stands for one of several, and
 * `{minutes}` and `{nth}` for facts of the call (fill-in.ts).
 */
export type IssueWords = {
  /** What resolved it. */
  resolved: readonly string[]
  /** What stuck. */
  stuck: readonly string[]
  /** What product, policy or process made the call necessary. */
  friction: readonly string[]
}

export type WordsOfQueue = Readonly<Record<string, IssueWords>>
