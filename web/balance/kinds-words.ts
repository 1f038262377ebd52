/** Set-up, kinds of calls. */
export const kindsWords = {
  title: 'Kinds of calls',
  lead: 'What makes two calls comparable. Calls are compared within a queue and an issue, and within them by what you choose here. Only what was known when a call was answered can be chosen.',
  choose: 'Within queue and issue, compare by',
  audience: 'Audience',
  audienceWhy: 'Consumers, businesses, colleagues: whoever the source names.',
  language: 'Language',
  languageWhy: 'The customer’s, where the source names it.',
  position: 'Calls about the same issue so far',
  positionWhy: 'A third attempt is harder than a first one; whoever takes it must not pay for it.',
  positions: { 1: 'Do not tell apart', 2: 'First, and any later one', 3: 'First, second, later' },
  frequency: 'How often this customer calls',
  frequencyWhy: 'None or one call before, two to five, six and more.',
  frequencies: {
    0: 'Do not tell apart',
    30: 'Counted over 30 days',
    90: 'Counted over 90 days',
    180: 'Counted over 180 days',
    365: 'Counted over a year',
  },
  save: 'Save and sort the calls anew',
  saved: 'Saved. Calls are being sorted anew.',
  sorting:
    'Calls are being sorted anew. Numbers follow step by step, and a new version of the reference after them; nothing is lost meanwhile.',
  rebuild: 'The reference',
  rebuildWhy:
    'Calls are compared with a fixed version of the reference: the sums of 91 days. A new one is built every week, when many calls are new, and when kinds of calls have changed. You need not do it by hand; with many calls it takes a minute or more.',
  rebuildNow: 'Build a new version now',
  rebuilt: (version: number, legs: number, reps: number) =>
    `Version ${version} was built from ${legs.toLocaleString('en')} legs by ${reps} reps.`,
}
