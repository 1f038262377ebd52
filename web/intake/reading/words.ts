import { type Preview } from '../../../shared/intake/preview.ts'
import { sayCount } from '../../ui/say-count.ts'

/** What is said while it is settled how a file is read. */
export const readingWords = {
  title: 'How it is read',
  looksLike: (title: string) => `This looks like: ${title}.`,
  mappingNeeded: 'Wellspent does not know this export yet. Say below which column is what.',
  fits: (name: string) => `The saved mapping “${name}” fits its columns.`,
  missing: (columns: readonly string[]) =>
    `Not in this file, so not known of its calls: ${columns.join(', ')}.`,
  reader: 'Read it as',
  adapters: 'Phone systems',
  presets: 'Exports by their columns',
  saved: 'Saved mappings',
  own: 'By columns I describe here',
  sheet: 'Sheet of the workbook',
  source: 'Name of the phone system',
  sourceHint:
    'Calls of the same system share this name, so that none is counted twice. For example: asterisk:main.',
  zone: 'Time zone of the times in the file',
  zoneHint: 'The file does not say it. It is asked once for each phone system.',
  zoneMissing: 'Say in which time zone the times of the file are.',
  startMissing: 'Say which column is the start of a call.',
  formatMissing: 'Say how dates and times are written.',
  zoneIfNone: 'Only for times that name none.',
  zoneBefore: (zone: string) => `As said before: ${zone}`,
  chooseZone: 'Choose a time zone',
  country: 'Country of callers’ numbers',
  countryHint: 'For numbers without a country code, so that one caller is one customer.',
  countryBefore: (code: string) => `As said before: ${code}`,
  noCountry: 'Leave numbers as they are',
  more: 'More that can be said',
  before: (value: string) => `As said before: ${value}`,
  changeColumns: 'Change its columns',
  unreadable: 'This file can not be read',
}

/** What is said of CDRs beside a queue_log. */
export const cdrWords = {
  title: 'CDRs of the same Asterisk',
  why: 'Master.csv, if there is one: it tells when calls began, who called where the log does not say, and how long they went on after a transfer. Calls without a queue are imported from it too.',
  beside: 'CDRs beside it',
  here: 'Add a file that is here',
  send: 'Add a file from the disk',
  leaveOut: 'Leave out',
  leaveOutOf: (name: string) => `Leave out ${name}`,
}

/** The first records, as they would be read. */
export const previewWords = {
  title: 'What Wellspent would read',
  lead: (count: number) =>
    `The first ${sayCount(count)} records and refused lines of the file. Nothing is stored.`,
  leadFirst: 'The beginning of the file, record by record. Nothing is stored.',
  zone: (zone: string) =>
    `Starts are shown in the zone ${zone}. Do they fit the clock on your wall?`,
  caption: 'First records of the file',
  line: 'Line',
  start: 'Start',
  rep: 'Rep',
  queue: 'Queue',
  customer: 'Customer',
  became: 'What became of it, and its times',
  ending: (last: string) => `ends in ${last}`,
  nobody: 'not known',
  noQueue: 'none',
  noRep: 'nobody',
  abandoned: 'Left before anybody answered',
  notTaken: 'No rep took it',
  says: { resolved: 'Resolved, as the rep says', not_resolved: 'Not resolved, as the rep says' },
  pending: 'Taken; outcome pending until its window has closed',
  talk: (time: string) => `talk ${time}`,
  hold: (time: string) => `hold ${time}`,
  wrap: (time: string) => `after-call work ${time}`,
  waited: (time: string) => `waited ${time}`,
  noTimes: 'times not known',
  all: 'All fields',
  allOf: (line: number) => `All fields of line ${sayCount(line)}`,
  asItStands: 'As it stands in the file',
  none: 'No call at the beginning of this file',
  noneWhy: (read: number) =>
    `${sayCount(read)} lines were looked at, and none of them gave a call. See which rules passed them over, or choose another way to read it.`,
  also: ({ joined, read, isWhole }: Pick<Preview, 'joined' | 'read' | 'isWhole'>) =>
    [
      `${sayCount(read)} lines were looked at${isWhole ? ', which is the whole file' : ''}.`,
      ...(joined > 0 ? [`${sayCount(joined)} of them are parts of calls told over several.`] : []),
    ].join(' '),
  passedOver: 'Lines that were passed over, and why',
  missing: 'What is still to be said',
  problem: 'The file can not be read further',
}
