import { type RecordRefusalReason } from '../../shared/calls/record-refusal.ts'
import { type ImportRun } from '../../shared/intake/import-run.ts'

/** Why a line or record was refused, as a heading; its own message says what to do. */
export const refusalNames: Record<RecordRefusalReason, string> = {
  malformed_json: 'Not readable as JSON',
  malformed_line: 'Not readable as a line of this format',
  field_missing: 'A required field is missing',
  field_unknown: 'A field nobody knows',
  field_invalid: 'A field with an impossible value',
  time_ambiguous: 'A time that exists twice, at a clock change',
  time_missing: 'A time that does not exist, at a clock change',
  in_the_future: 'A start in the future',
  inconsistent: 'Fields that contradict each other',
  stale_version: 'Older than what is stored',
  version_conflict: 'Same version, other content',
}

/** Reasons an older import wrote may have no name any more; then they stand for themselves. */
export const refusalName = (reason: string): string =>
  Object.hasOwn(refusalNames, reason) ? refusalNames[reason as RecordRefusalReason] : reason

export const stateNames: Record<ImportRun['state'], string> = {
  waiting: 'Waiting until the import before it has ended',
  running: 'Still coming in',
  paused: 'Paused',
  interrupted: 'Interrupted; go on with it, or run it again: nothing is counted twice',
  finished: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled; what had been stored stays',
}

const number = new Intl.NumberFormat('en-GB')
export const sayNumber = (count: number): string => number.format(count)

export const importWords = {
  cdrMatch: 'What the CDRs tell of the log',
  title: 'Import',
  titleForSupervisors: 'Import status',
  importFiles: 'Import files',
  importFilesLead:
    'Send a file, see what Wellspent reads in it, try it, and import it. You can leave at any step.',
  back: 'Back to the imports',
  lead: 'Where call records come from, up to when they are complete, and what was refused.',
  leadForAdmins: 'Files that were imported, records that came by themselves, and what was refused.',
  toConnections: 'Connect a phone system that delivers by itself',
  feeds: 'Sources',
  feedsLead: 'An outcome is final when its window has closed in every source that still sends.',
  noFeeds: 'No source yet',
  noFeedsWhy: 'A source appears with its first call records.',
  calls: (count: number) => (count === 1 ? '1 call' : `${sayNumber(count)} calls`),
  completeUntil: 'Complete until',
  incomplete: 'Not known yet how far it is complete',
  behind: (time: string) => `${time} behind`,
  lastReceived: 'Last received',
  today: (read: number, refused: number) =>
    `${sayNumber(read)} ${read === 1 ? 'record' : 'records'} by itself today (UTC), ${sayNumber(refused)} refused`,
  silent: (source: string) => `Nothing has come from ${source} since`,
  silentFeed: 'Silent since',
  silentMeans:
    'Outcomes of later calls stay open until it sends again, or an administrator says that it has ended.',
  toSources: 'Look at the sources',
  ended: 'This source has ended',
  endedOf: (source: string) => `${source}: this source has ended`,
  endedMeans: 'Then outcomes no longer wait for it.',
  feedChanged: (source: string, isEnded: boolean) =>
    isEnded ? `Outcomes no longer wait for ${source}.` : `Outcomes wait for ${source} again.`,
  hasEnded: 'Has ended; outcomes no longer wait for it.',
  isLive: 'Sends call records.',
  imports: 'Imports',
  importsLead: 'One line for each file, and one for each day a source posted records.',
  from: (source: string) => `for ${source}`,
  dryRun: (name: string) => `${name} (dry run: nothing was stored)`,
  byWay: { file: 'file', api: 'posted', follow: 'followed' } satisfies Record<
    ImportRun['way'],
    string
  >,
  started: 'began',
  read: 'read',
  accepted: 'accepted',
  unchanged: 'known already',
  superseded: 'replaced an older version',
  joined: 'part of a call told over several lines',
  ignored: 'ignored by rule',
  refused: 'refused',
  refusedWhy: 'Why records were refused',
  ignoredWhy: 'Which rules ignored records',
  showLines: 'Show the refused records',
  showLinesOf: (name: string) => `Show the refused records of ${name}`,
}

export const howWords = {
  first: 'Bring in the first calls',
  firstWhy:
    'There are no calls yet. Import a file your phone system wrote, or let something post records as they happen. Both can be repeated at any time: a call that is known already is not counted twice.',
  more: 'How to import',
  file: 'A file, in the folder where Wellspent runs',
  fileWhy:
    'A mapping says which column means what. Two ready ones lie in docs/mappings; copy the nearest and change it for your phone system’s export.',
  post: 'Records as they happen, from anywhere',
  postWhy:
    'One record, an array, or one per line (NDJSON). The reply says which were refused and why.',
  toKeys: 'Create a key for it',
}

export const refusedWords = {
  title: (name: string) => `Refused records: ${name}`,
  titleFallback: 'Refused records',
  lead: 'Each cost only itself; the rest was accepted. Correct them at the source and import again.',
  caption: 'Refused records',
  place: (way: ImportRun['way'] | undefined, line: number) =>
    way === 'api' ? `Record ${sayNumber(line)} of its request` : `Line ${sayNumber(line)}`,
  none: 'Nothing was refused',
  noneWhy: 'Every record of this import was understood.',
  back: 'Back to the imports',
  text: 'As it came',
}
