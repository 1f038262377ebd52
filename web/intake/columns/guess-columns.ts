import { type Direction } from '../../../shared/calls/words.ts'
import {
  type ColumnDraft,
  type ColumnField,
  emptyDraft,
  isWordField,
  openMeaning,
  type WordField,
} from './column-draft.ts'
import { guessMomentFormat } from './moment-formats.ts'

/** Names that exports give to columns, most certain first; each is only a first guess. */
const namesOf: readonly [ColumnField, RegExp][] = [
  ['direction', /^(call )?(direction|type)$|^richtung$/],
  ['startDay', /^(call |start )?(date|day)$|^datum$/],
  ['startTime', /^(call |start )?time( of day)?$|^uhrzeit$/],
  ['startedAt', /^(call )?(started|start|begin|began|created)( at| time| date)?$|^at$|timestamp/],
  ['answeredAt', /answer(ed)? (at|time)|connect(ed)? (at|time)/],
  ['endedAt', /^(call )?(end|ended|finish|finished|hangup)( at| time)?$/],
  ['talkSeconds', /talk|conversation|^duration( seconds)?$|billsec/],
  ['holdSeconds', /hold/],
  ['wrapSeconds', /wrap|after.?call|acw/],
  ['ringSeconds', /ring/],
  ['queueSeconds', /wait|queue (time|seconds)/],
  ['ivrSeconds', /ivr|menu/],
  ['rep', /^(agent|rep|user|operator|advisor|employee|handled by)( name)?$/],
  ['customer', /caller|customer|^from$|^ani$|phone|client|^number$/],
  ['queue', /queue|skill|ring group|department/],
  ['issue', /issue|reason|topic|subject|category/],
  ['abandoned', /abandon|lost|missed/],
  ['declaredResolution', /resol|solved/],
  ['disposition', /disposition|outcome|result|wrap.?up code/],
  ['language', /^lang/],
  ['recordingUrl', /recording/],
  ['externalId', /^(call |unique ?|interaction |contact )?(id|no|nr|number)$|^uniqueid$|^callid$/],
]

/** What the columns of an export may be, by their names and first rows. */
export function guessColumns(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnDraft {
  const found: ColumnDraft['columns'] = {}
  for (const column of columns) {
    const name = column
      .toLowerCase()
      .replaceAll(/[_.-]+/g, ' ')
      .trim()
    const fits = namesOf.find(([field, pattern]) => !found[field] && pattern.test(name))
    if (fits) found[fits[0]] = column
  }
  settleStart(found)
  const samples = (field: ColumnField) => samplesOf(columns, rows, found[field])
  return {
    ...emptyDraft,
    columns: found,
    momentFormat: guessMomentFormat(startsOf(found, samples)),
    meanings: Object.fromEntries(
      Object.keys(found)
        .filter((field): field is WordField => isWordField(field as ColumnField))
        .map((field) => [field, guessMeanings(field, samples(field))]),
    ),
  }
}

/** A day and a time stand for the start together; one of them alone is taken for all of it. */
function settleStart(found: ColumnDraft['columns']): void {
  const { startedAt, startDay, startTime } = found
  if (startedAt === undefined && startDay !== undefined && startTime !== undefined) return
  const whole = startedAt ?? startDay ?? startTime
  if (whole !== undefined) found.startedAt = whole
  delete found.startDay
  delete found.startTime
}

/** The first cells of a column, without outer blanks, which the server takes off as well. */
export function samplesOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  column: string | undefined,
): string[] {
  const place = column === undefined ? -1 : columns.indexOf(column)
  return place < 0
    ? []
    : rows.map((cells) => cells[place]?.trim() ?? '').filter((cell) => cell !== '')
}

/** Starts as they are written, also where day and time stand apart. */
export function startsOf(
  found: ColumnDraft['columns'],
  samples: (field: ColumnField) => string[],
): string[] {
  if (found.startedAt !== undefined) return samples('startedAt')
  const times = samples('startTime')
  return samples('startDay').flatMap((day, place) => {
    const time = times[place]
    return time === undefined ? [] : [`${day} ${time}`]
  })
}

const yes = /^(y|yes|true|1|ja|oui|si|abandoned|lost|missed|resolved|solved)$/i
const no = /^(n|no|false|0|nein|non|answered|unresolved|unsolved|not resolved)$/i

const cellsAskedLimit = 12

/** The words of a column of which somebody is asked what they mean. */
export const cellsAsked = (samples: readonly string[]): string[] =>
  [...new Set(samples)].slice(0, cellsAskedLimit)

/** What cells of a column of words mean; what is not plain is left open for a person. */
export function guessMeanings(
  field: WordField,
  samples: readonly string[],
): Record<string, string> {
  const asked = cellsAsked(samples)
  return Object.fromEntries(
    [...new Set(samples)].flatMap((cell) => {
      const meaning = field === 'direction' ? directionIn(cell) : answerIn(field, cell)
      if (meaning !== null) return [[cell, meaning]]
      return asked.includes(cell) ? [[cell, openMeaning]] : []
    }),
  )
}

function directionIn(cell: string): Direction | null {
  if (/internal/i.test(cell)) return 'internal'
  if (/^out|outbound|outgoing|ausgehend/i.test(cell)) return 'outbound'
  return /^in|inbound|incoming|eingehend/i.test(cell) ? 'inbound' : null
}

function answerIn(field: 'abandoned' | 'declaredResolution', cell: string): string | null {
  const isYes = yes.test(cell)
  if (!isYes && !no.test(cell)) return null
  if (field === 'abandoned') return String(isYes)
  return isYes ? 'resolved' : 'not_resolved'
}
