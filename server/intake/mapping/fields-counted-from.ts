import { type MomentField, type SecondsField } from '../../../shared/intake/mapping-source.ts'

type Counting = {
  after?: MomentField
  plus?: SecondsField[]
  minus?: SecondsField[]
  onDayOf?: MomentField
  since?: MomentField
  until?: MomentField
  firstOf?: Counting[]
}

/** The fields a source refers to; they have to be read before it. */
export function fieldsCountedFrom(source: Counting): (MomentField | SecondsField)[] {
  const { after, onDayOf, since, until, plus = [], minus = [], firstOf = [] } = source
  const moments = [after, onDayOf, since, until].filter((field) => field !== undefined)
  return [...moments, ...plus, ...minus, ...firstOf.flatMap(fieldsCountedFrom)]
}
