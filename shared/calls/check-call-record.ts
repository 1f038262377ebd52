import { Compile } from 'typebox/compile'
import { cutName } from './cut-name.ts'
import { instantOf } from './instant.ts'
import { CallRecord, type LegRecord } from './call-record.ts'
import { type RecordRefusalReason } from './record-refusal.ts'

/** A phone system's clock may run ahead of ours by this much before a record is refused. */
export const clockSkewSecondsLimit = 86_400
/** Earlier than any call center that could send records. */
export const earliestStart = Date.parse('1980-01-01T00:00:00Z')

export type RecordProblem = {
  reason: RecordRefusalReason
  field: string | null
  message: string
}

export type CheckedRecord =
  { record: CallRecord; problem: null } | { record: null; problem: RecordProblem }

const shape = Compile(CallRecord)

/**
 * Checks one record's shape and the rules that hold between its fields.
 *
 * @param now epoch milliseconds of receipt: a call can't have started after it
 */
export function checkCallRecord(value: unknown, now: number): CheckedRecord {
  if (!shape.Check(value)) return refused(firstShapeProblem(value))
  const problem = timeProblem(value, now) ?? legProblem(value) ?? csatProblem(value)
  return problem ? refused(problem) : { record: value, problem: null }
}

const refused = (problem: RecordProblem): CheckedRecord => ({ record: null, problem })

function firstShapeProblem(value: unknown): RecordProblem {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      reason: 'field_invalid',
      field: null,
      message: 'A record must be a JSON object in the canonical form.',
    }
  }
  // A union's and a forbidden field's own errors say less than what stands beside them.
  const errors = shape.Errors(value)
  const error =
    errors.find(({ keyword }) => !['boolean', 'anyOf', 'type'].includes(keyword)) ?? errors[0]
  if (!error) return { reason: 'field_invalid', field: null, message: 'The record is malformed.' }
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const inside = (name: string) => (path ? `${path}.${name}` : name)
  if (error.keyword === 'required') {
    const field = inside(error.params.requiredProperties[0] ?? '')
    return { reason: 'field_missing', field, message: `${field} is required.` }
  }
  if (error.keyword === 'additionalProperties') {
    const field = cutName(inside(error.params.additionalProperties[0] ?? ''))
    return {
      reason: 'field_unknown',
      field,
      message: `${field} is not a field of a call record; remove it or correct its name.`,
    }
  }
  return { reason: 'field_invalid', field: path, message: `${path} ${whatIsWrong(error)}.` }
}

type ShapeError = ReturnType<typeof shape.Errors>[number]

function whatIsWrong(error: ShapeError): string {
  if (error.keyword === 'enum') return `must be one of ${error.params.allowedValues.join(', ')}`
  if (error.keyword !== 'pattern') return error.message
  return error.instancePath.endsWith('At')
    ? 'must be an instant with an offset, such as 2026-03-02T09:14:05Z'
    : 'holds characters that can not stand there'
}

const invalid = (field: string, message: string): RecordProblem => ({
  reason: 'field_invalid',
  field,
  message,
})

function timeProblem(record: CallRecord, now: number): RecordProblem | null {
  const started = instantOf(record.startedAt)
  if (Number.isNaN(started)) return invalid('startedAt', 'startedAt is not a date that exists.')
  if (started < earliestStart) return invalid('startedAt', 'startedAt lies before 1980.')
  if (started > now + clockSkewSecondsLimit * 1000) {
    return {
      reason: 'in_the_future',
      field: 'startedAt',
      message: 'startedAt lies more than a day ahead; check the time zone of the source.',
    }
  }
  return (
    afterStart('answeredAt', record.answeredAt, started) ??
    afterStart('endedAt', record.endedAt, started)
  )
}

/** Whole seconds are what phone systems log; one may be rounded up and the other down. */
const roundingMilliseconds = 1_000

function afterStart(
  field: string,
  instant: string | null | undefined,
  started: number,
): RecordProblem | null {
  if (instant == null) return null
  const at = instantOf(instant)
  if (Number.isNaN(at)) return invalid(field, `${field} is not a date that exists.`)
  if (at >= started - roundingMilliseconds) return null
  return { reason: 'inconsistent', field, message: `${field} lies before startedAt.` }
}

function legProblem(record: CallRecord): RecordProblem | null {
  const started = instantOf(record.startedAt)
  for (const [place, leg] of record.legs.entries()) {
    const problem =
      afterStart(`legs.${place}.answeredAt`, leg.answeredAt, started) ??
      afterStart(`legs.${place}.endedAt`, leg.endedAt, started) ??
      legEndsBeforeItBegins(leg, place)
    if (problem) return problem
  }
  return null
}

function legEndsBeforeItBegins(leg: LegRecord, place: number): RecordProblem | null {
  if (leg.answeredAt == null || leg.endedAt == null) return null
  if (Date.parse(leg.endedAt) >= Date.parse(leg.answeredAt) - roundingMilliseconds) return null
  return {
    reason: 'inconsistent',
    field: `legs.${place}.endedAt`,
    message: `legs.${place}.endedAt lies before its answeredAt.`,
  }
}

function csatProblem(record: CallRecord): RecordProblem | null {
  const csat = record.csat
  if (csat == null) return null
  if (csat.min < csat.max && csat.score >= csat.min && csat.score <= csat.max) return null
  return {
    reason: 'inconsistent',
    field: 'csat',
    message: 'csat.score must lie between csat.min and csat.max.',
  }
}
