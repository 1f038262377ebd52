import { sayBytes } from '../files/say-bytes.ts'
import { sayNumber } from '../words.ts'

/** What is said of trying and importing. */
export const runWords = {
  title: 'Try it, then import',
  lead: 'Trying reads the whole file and counts what would become of every line; it stores no call.',
  try: 'Try it without storing',
  import: 'Import now',
  importAfter: 'That looks right: import now',
  tryAgain: 'Try again',
  notYet: 'Once the beginning of the file can be read above, it can be tried and imported.',
  needsSource: 'Name the phone system above first.',
  trial: (name: string) => `Trial of ${name}`,
  run: (name: string) => `Import of ${name}`,
  progressOf: (name: string) => `Progress of ${name}`,
  read: (read: number | null, all: number | null) =>
    read === null || all === null ? '' : `${sayBytes(read)} of ${sayBytes(all)} read`,
  trialEnded: 'The whole file was read; nothing was stored.',
  ended: 'The whole file is imported.',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel',
  pauseOf: (name: string) => `Pause the import of ${name}`,
  resumeOf: (name: string) => `Go on with the import of ${name}`,
  cancelOf: (name: string) => `Cancel the import of ${name}`,
  sure: (name: string) => `Cancel the import of “${name}”?`,
  sureWhy: 'What was stored so far stays. To go on later, start it anew: nothing is counted twice.',
  keep: 'Let it go on',
  would: 'would be handed on',
  download: 'Refused lines as a file:',
  csv: 'CSV',
  ndjson: 'one JSON object a line',
  kept: (count: number) => `The first ${sayNumber(count)} refused lines are kept.`,
  waits:
    'Outcomes wait until every source is complete. Will there be no more files of this one? Then say that it has ended:',
  toConnections: 'Sources',
  toCalls: 'Look at the calls',
  toImports: 'All imports',
  another: 'Import another file',
}
