import { type Direction } from '../../../shared/calls/words.ts'

/** What a column of an export can be. A start may stand in two columns. */
export const columnFields = [
  'externalId',
  'startedAt',
  'startDay',
  'startTime',
  'answeredAt',
  'endedAt',
  'direction',
  'customer',
  'queue',
  'issue',
  'rep',
  'talkSeconds',
  'holdSeconds',
  'wrapSeconds',
  'ringSeconds',
  'queueSeconds',
  'ivrSeconds',
  'abandoned',
  'declaredResolution',
  'disposition',
  'audience',
  'language',
  'recordingUrl',
] as const
export type ColumnField = (typeof columnFields)[number]

/** Fields whose cells are words of the export, which have to be told what they mean. */
export const wordFields = ['direction', 'abandoned', 'declaredResolution'] as const
export type WordField = (typeof wordFields)[number]
export const isWordField = (field: ColumnField): field is WordField =>
  wordFields.some((each) => each === field)

/** Of a cell that is asked about and was left open: not known, or the usual direction. */
export const openMeaning = ''

export const durationFormats = ['seconds', 'milliseconds'] as const

/** What somebody said of an export's columns, before it is a mapping. */
export type ColumnDraft = {
  /** The column that is this field. */
  columns: Partial<Record<ColumnField, string>>
  /** How dates and times are written; null: not said yet. */
  momentFormat: string | null
  /** Seconds are also read where they are written as 4:10 or 0:04:10. */
  durationFormat: (typeof durationFormats)[number]
  talkIncludesHold: boolean
  /** Of every call whose row says none. */
  direction: Direction
  /** What each cell that is asked about means, by field: one of our words, or `openMeaning`. */
  meanings: Partial<Record<WordField, Record<string, string>>>
  /** The mapping as somebody wrote it by hand; it counts instead of the rest. */
  text: string | null
}

export const emptyDraft: ColumnDraft = {
  columns: {},
  momentFormat: null,
  durationFormat: 'seconds',
  talkIncludesHold: false,
  direction: 'inbound',
  meanings: {},
  text: null,
}

/** A column is one thing: what it was before, and what was this before, are left. */
export function withColumn(
  draft: ColumnDraft,
  column: string,
  field: ColumnField | null,
): ColumnDraft {
  const others = Object.entries(draft.columns).filter(
    ([otherField, otherColumn]) => otherColumn !== column && otherField !== field,
  )
  const columns = Object.fromEntries(others) as ColumnDraft['columns']
  return { ...draft, columns: field === null ? columns : { ...columns, [field]: column } }
}

export const fieldOf = ({ columns }: ColumnDraft, column: string): ColumnField | null =>
  columnFields.find((field) => columns[field] === column) ?? null
