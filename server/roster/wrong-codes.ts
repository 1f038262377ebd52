import { Refused } from '../http/refused.ts'

/** Wrong codes that the administrators of one organization may enter in a quarter of an hour. */
const wrongCodesLimit = 20
const countedSeconds = 900

/**
 * Counts wrong codes by organization, in this process. A code is one of 25 billion: this keeps
 * them from being tried out, and a count for each process is enough for that.
 */
export function countWrongCodes(clock: () => number) {
  const counts = new Map<number, { from: number; wrong: number }>()
  const countOf = (organizationId: number) => {
    const known = counts.get(organizationId)
    if (known && clock() - known.from < countedSeconds * 1000) return known
    const fresh = { from: clock(), wrong: 0 }
    counts.set(organizationId, fresh)
    return fresh
  }
  return {
    /**
     * Takes an attempt, before the code is looked at: many at once are as many as one by one.
     *
     * @throws Refused where there were too many
     */
    attempt: (organizationId: number): void => {
      const count = countOf(organizationId)
      count.wrong += 1
      if (count.wrong <= wrongCodesLimit) return
      throw new Refused(
        'too_many_codes',
        `Those were ${wrongCodesLimit} wrong codes. Wait a quarter of an hour, then enter the code that the display shows then.`,
      )
    },
    /** The code was right: the attempt is not counted. */
    giveBack: (organizationId: number): void => {
      countOf(organizationId).wrong -= 1
    },
  }
}

export type WrongCodes = ReturnType<typeof countWrongCodes>
