import { type ColumnDraft, type ColumnField, openMeaning, type WordField } from './column-draft.ts'

type About = {
  name: string
  delimiter: string | null
  /** IANA zone and country as far as they are known, so that a saved mapping keeps them. */
  zone?: string | null
  country?: string | null
}
type Source = Record<string, unknown>

/**
 * The column mapping that was described, in the language of docs/column-mapping.md. What is still
 * missing of it the server names, field by field, because it checks every mapping anyway.
 */
export function mappingOf(draft: ColumnDraft, { name, delimiter, ...about }: About): unknown {
  if (draft.text !== null) return readText(draft.text)
  const text = (field: ColumnField) => given(draft, field, (column) => ({ column }))
  return {
    ...{ language: 1, name, source: name, file: { delimiter: delimiter ?? 'auto' } },
    ...(about.zone != null && { zone: about.zone }),
    ...(about.country != null && { country: about.country }),
    call: {
      ...{ externalId: numberOf(draft), startedAt: startOf(draft) },
      ...moment(draft, 'answeredAt'),
      ...moment(draft, 'endedAt'),
      direction: directionOf(draft),
      ...{ ...text('queue'), ...text('issue'), ...text('audience'), ...text('language') },
      ...{ ...text('customer'), ...words(draft, 'abandoned') },
      ...{ ...seconds(draft, 'queueSeconds'), ...seconds(draft, 'ivrSeconds') },
      ...given(draft, 'disposition', (column) => ({ label: { column } })),
      ...words(draft, 'declaredResolution'),
      ...text('recordingUrl'),
    },
    ...legOf(draft),
  }
}

/** What is no JSON is handed on as it is: the server says that it is none. */
function readText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const given = (
  { columns }: ColumnDraft,
  field: ColumnField,
  source: (column: string) => Source,
): Source => {
  const column = columns[field]
  return column === undefined ? {} : { [field]: source(column) }
}

/** A call without a number of its own is told by its start, who took it and who called. */
function numberOf({ columns }: ColumnDraft): Source {
  if (columns.externalId !== undefined) return { column: columns.externalId }
  const start = [columns.startedAt, columns.startDay, columns.startTime].filter(isThere)
  const both = [...start, columns.rep, columns.customer].filter(isThere)
  const templates = [both, [...start, columns.customer].filter(isThere), start].map(inBraces)
  const different = [...new Set(templates)].filter((template) => template !== '')
  if (different.length < 2) return { template: different[0] ?? '' }
  return { firstOf: different.map((template) => ({ template })) }
}

const isThere = (column: string | undefined): column is string => column !== undefined
const inBraces = (columns: readonly string[]) => columns.map((column) => `{${column}}`).join(' ')

const formatsOf = ({ momentFormat }: ColumnDraft): Source =>
  momentFormat === null ? {} : { formats: [momentFormat] }

function startOf(draft: ColumnDraft): Source {
  const { startedAt, startDay, startTime } = draft.columns
  if (startedAt !== undefined) return { column: startedAt, ...formatsOf(draft) }
  return { template: inBraces([startDay, startTime].filter(isThere)), ...formatsOf(draft) }
}

const moment = (draft: ColumnDraft, field: 'answeredAt' | 'endedAt'): Source =>
  given(draft, field, (column) => ({ column, ...formatsOf(draft) }))

const seconds = (draft: ColumnDraft, field: ColumnField): Source => {
  const isSeconds = draft.durationFormat === 'seconds'
  const formats = isSeconds ? ['seconds', 'H:mm:ss', 'm:ss'] : ['milliseconds']
  return given(draft, field, (column) => ({ column, formats }))
}

/**
 * Once a word was explained, one that nobody was asked about refuses its row by name; in a column
 * of which no word was, none is known.
 */
const words = (draft: ColumnDraft, field: WordField): Source =>
  given(draft, field, (column) => ({
    ...{ column, map: meaningsOf(draft, field) },
    ...(!isAnySaid(draft, field) && { otherwise: null }),
  }))

/** Empty cells, and words left open, are the usual direction; other words refuse their row. */
function directionOf(draft: ColumnDraft): Source {
  const usual = { constant: draft.direction }
  const column = draft.columns.direction
  if (column === undefined) return usual
  return { firstOf: [{ column, map: meaningsOf(draft, 'direction') }, usual] }
}

const isAnySaid = ({ meanings }: ColumnDraft, field: WordField): boolean =>
  Object.values(meanings[field] ?? {}).some((meaning) => meaning !== openMeaning)

const meaningsOf = ({ meanings }: ColumnDraft, field: WordField) =>
  Object.fromEntries(
    Object.entries(meanings[field] ?? {}).map(([cell, meaning]) => [cell, valueOf(field, meaning)]),
  )

function valueOf(field: WordField, meaning: string): string | boolean | null {
  if (meaning === openMeaning) return null
  return field === 'abandoned' ? meaning === 'true' : meaning
}

function legOf(draft: ColumnDraft): Source {
  const { rep, answeredAt, endedAt } = draft.columns
  if (rep === undefined) return {}
  return {
    leg: {
      rep: { column: rep },
      ...(answeredAt !== undefined && { answeredAt: { after: 'answeredAt' } }),
      ...(endedAt !== undefined && { endedAt: { after: 'endedAt' } }),
      ...{ ...seconds(draft, 'ringSeconds'), ...seconds(draft, 'talkSeconds') },
      ...{ ...seconds(draft, 'holdSeconds'), ...seconds(draft, 'wrapSeconds') },
      ...(draft.talkIncludesHold && { talkIncludesHold: { constant: true } }),
    },
  }
}

/** What has to be said before anything can be read by these columns. */
export function missingIn({ columns, momentFormat, text }: ColumnDraft): ('start' | 'format')[] {
  if (text !== null) return []
  const isDayAndTime = columns.startDay !== undefined && columns.startTime !== undefined
  if (columns.startedAt === undefined && !isDayAndTime) return ['start']
  return momentFormat === null ? ['format'] : []
}
