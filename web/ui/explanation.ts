/** What a number means: the question it answers, how it is computed, when it is withheld. */
export type Explanation = {
  question: string
  formula: string
  withheld?: string
  source?: string
  /** Where the page about all numbers goes on about it. */
  anchor?: string
}
