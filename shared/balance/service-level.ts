/** The four counts of a queue; the first two add up to all calls offered. */
export type QueueCounts = {
  answered: number
  abandoned: number
  answeredWithinTarget: number
  abandonedWithinTarget: number
}

/** How abandoned calls are treated; at least these four are in use, so the formula is always said. */
export type AbandonTreatment = 'ignore_short' | 'count_as_answered' | 'leave_out' | 'count_against'

/**
 * Which share of callers is answered in time? By default answered within T / (answered + abandoned
 * after T): who hangs up before T has not been kept waiting. A queue measure, never a rep measure.
 * Null where nothing is left to count.
 * Example: 1000 answered, 60 abandoned, 860 and 20 of them within T: 0.826923; the others give
 * 0.830189, 0.86 and 0.811321. Source: METHOD 1 (V1).
 */
export function serviceLevel(
  counts: QueueCounts,
  treatment: AbandonTreatment = 'ignore_short',
): number | null {
  const { answered, abandoned, answeredWithinTarget, abandonedWithinTarget } = counts
  const forms: Record<AbandonTreatment, [number, number]> = {
    ignore_short: [answeredWithinTarget, answered + abandoned - abandonedWithinTarget],
    count_as_answered: [answeredWithinTarget + abandonedWithinTarget, answered + abandoned],
    leave_out: [answeredWithinTarget, answered],
    count_against: [answeredWithinTarget, answered + abandoned],
  }
  const [inTime, all] = forms[treatment]
  return all === 0 ? null : inTime / all
}
