/** A mistake that a method like ours invites: one piece of source, and what stands in its place. */
export type Mutant = {
  name: string
  file: string
  text: string
  instead: string
  /** The narrowest test that has to notice. */
  noticedBy: { file: string; name: string }
}

const durations = {
  file: 'test/balance/db-invariants-durations.test.ts',
  name: 'T1: no duration reaches a standing, with the reference as it is or built anew',
}
const dayLegs = 'server/balance/day-leg-store.ts'
const counted = `case when is_linkable and is_counted and is_mature
      then (not is_repeat`

/** The four of METHOD 9 that every implementation's tests must catch, and three more. */
export const mutants: readonly Mutant[] = [
  {
    name: 'calls under half a minute count for nobody',
    file: dayLegs,
    text: counted,
    instead: counted.replace('is_mature', 'is_mature and handle_seconds >= 30'),
    noticedBy: durations,
  },
  {
    name: 'the window begins when the call ends',
    file: dayLegs,
    text: 'coalesce(c.next_same_issue_at - c.started_at < here.wait, false)',
    instead:
      'coalesce(c.next_same_issue_at - coalesce(c.ended_at, c.started_at) < here.wait, false)',
    noticedBy: durations,
  },
  {
    name: 'long calls are a kind of their own',
    file: 'server/calls/write-calls.ts',
    text: '  queue,\n  issue: record.issue ?? null,',
    instead: `  queue,
  issue: (record.legs[0]?.talkSeconds ?? 0) > 600 ? 'long' : (record.issue ?? null),`,
    noticedBy: durations,
  },
  {
    name: 'the standing is less where the time is more',
    file: 'server/balance/answer-reps.ts',
    text: '    ...figures,\n',
    instead: `    ...figures,
    effect: { ...figures.effect, median: figures.effect.median - description.residualSum / 1e15 },
`,
    noticedBy: durations,
  },
  {
    name: 'failures count before their window has closed',
    file: dayLegs,
    text: counted,
    instead: counted.replace('is_mature', '(is_mature or is_repeat)'),
    noticedBy: {
      file: 'test/balance/db-invariants-order.test.ts',
      name: 'T11: what has failed already but not matured changes nothing',
    },
  },
  {
    name: 'the clock lets windows close',
    file: 'server/balance/bring-up-to-date.ts',
    text: 'await adoptWatermark(transaction, now)',
    instead: `await adoptWatermark(transaction, {
      ...now,
      progress: { ...now.progress, watermark: new Date(clock()) },
    })`,
    noticedBy: {
      file: 'test/balance/db-invariants-order.test.ts',
      name: 'T12: while the records stand still nothing changes, whatever the clock says',
    },
  },
  {
    name: 'the standing is observed by expected',
    file: 'server/balance/reckon-standing.ts',
    text: 'effect: { median, low, high }',
    instead: 'effect: { median: resolved / expected, low, high }',
    noticedBy: {
      file: 'test/balance/db-invariants-outcomes.test.ts',
      name: 'T5: an easy call resolved lowers nobody who did hard ones beyond what was expected',
    },
  },
]
