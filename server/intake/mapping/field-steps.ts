import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { claims, directions, enders, endings } from '../../../shared/calls/words.ts'
import { callerNumber } from '../caller-number.ts'
import { type Draft, type Fault, type FieldName, isFault, type Reader, type Row } from './draft.ts'
import { whenSpoken } from './first-of.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { fieldsCountedFrom } from './fields-counted-from.ts'
import { sourceReaders } from './source-readers.ts'

/** Fills one field of a row's draft; a fault leaves it null and refuses the row. */
export type FieldStep = {
  field: FieldName
  /** Fields whose values it counts from. */
  needs: readonly FieldName[]
  fill: (row: Row) => Fault | null
}

/** One step for each field that the mapping fills, in no order yet. */
export function fieldSteps(mapping: ColumnMapping, desk: MappingDesk): FieldStep[] {
  const { text, word, yesNo, number, moment, seconds } = sourceReaders(desk, mapping.zone)
  const { call, leg } = mapping
  const disposition = call.disposition ?? {}
  const customer: typeof text = (source, at) => numberReader(text(source, at), mapping.country)
  const rep: typeof text = (source, at) =>
    leg ? whenSpoken(leg, 'leg', desk, text(source, at)) : () => null

  const steps = [
    step('externalId', call.externalId, text),
    step('version', call.version, number),
    step('startedAt', call.startedAt, moment),
    step('answeredAt', call.answeredAt, moment),
    step('endedAt', call.endedAt, moment),
    step('direction', call.direction, word(directions)),
    step('queue', call.queue, text),
    step('issue', call.issue, text),
    step('audience', call.audience, text),
    step('language', call.language, text),
    step('customer', call.customer, customer),
    step('abandoned', call.abandoned, yesNo),
    step('queueSeconds', call.queueSeconds, seconds),
    step('ivrSeconds', call.ivrSeconds, seconds),
    step('disposition.code', disposition.code, text),
    step('disposition.label', disposition.label, text),
    step('declaredResolution', call.declaredResolution, word(claims)),
    step('csat.score', call.csat?.score, number),
    step('recordingUrl', call.recordingUrl, text),
    step('leg.rep', leg?.rep, rep),
    step('leg.queue', leg?.queue, text),
    step('leg.answeredAt', leg?.answeredAt, moment),
    step('leg.endedAt', leg?.endedAt, moment),
    step('leg.ringSeconds', leg?.ringSeconds, seconds),
    step('leg.talkSeconds', leg?.talkSeconds, seconds),
    step('leg.holdSeconds', leg?.holdSeconds, seconds),
    step('leg.wrapSeconds', leg?.wrapSeconds, seconds),
    step('leg.talkIncludesHold', leg?.talkIncludesHold, yesNo),
    step('leg.ending', leg?.ending, word(endings)),
    step('leg.endedBy', leg?.endedBy, word(enders)),
    step('leg.neutral', leg?.neutral, yesNo),
  ]
  return steps.filter((one) => one !== null)
}

/** Where the mapping names a country, who called is a number, in one form. */
function numberReader(read: Reader<string>, country: string | undefined): Reader<string> {
  if (country === undefined) return read
  return (row) => {
    const text = read(row)
    return typeof text === 'string' ? callerNumber(text, country) : text
  }
}

/** Where a field stands in the mapping file. */
export const placeInMapping = (field: FieldName) =>
  field.startsWith('leg.') ? field : `call.${field}`

function step<F extends FieldName, S extends object>(
  field: F,
  source: S | undefined,
  reader: (source: S, at: string) => Reader<NonNullable<Draft[F]>>,
): FieldStep | null {
  if (!source) return null
  const read = reader(source, placeInMapping(field))
  const ofLeg = field.startsWith('leg.') && field !== 'leg.rep'
  const counted = fieldsCountedFrom(source)
  return {
    field,
    needs: ofLeg ? ['leg.rep', ...counted] : counted,
    fill: (row) => {
      const value = ofLeg && row.draft['leg.rep'] === null ? null : read(row)
      if (isFault(value)) {
        row.draft[field] = null
        return value
      }
      row.draft[field] = value
      return null
    },
  }
}
