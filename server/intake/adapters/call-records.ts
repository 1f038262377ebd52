import { checkCallRecord } from '../../../shared/calls/check-call-record.ts'
import { type LineOutcome } from '../row-outcome.ts'
import { type Adapter, type AdapterSettings } from './adapter.ts'
import { isObject, type JsonObject } from './json-fields.ts'
import { documentReading, refused } from './read-documents.ts'

/**
 * Call records in our own form, as POST /api/calls takes them: alone, or as the `data` of an
 * envelope, as Standard Webhooks has it. A record that names no source is of the one that
 * delivers it, and one that names another is refused.
 */
export const callRecords: Adapter = {
  name: 'call-records',
  title: 'Call records in our own form',
  recognizes: (head) =>
    /^[\s\ufeff[]*\{/.test(head) &&
    /"externalId"\s*:/.test(head) &&
    /"legs"\s*:/.test(head) &&
    /"startedAt"\s*:/.test(head),
  open: (settings) =>
    documentReading(
      {
        take: ({ lineNumber, text, value }) => [
          { lineNumber, text, outcome: outcomeOf(recordIn(value), settings) },
        ],
        end: () => [],
      },
      'data',
    ),
}

/** What an envelope holds, where it is one; a list in it was taken apart before. */
function recordIn(value: unknown): JsonObject {
  if (!isObject(value)) return {}
  const { data } = value
  return Object.hasOwn(value, 'type') && isObject(data) ? data : value
}

function outcomeOf(given: JsonObject, { source, now }: AdapterSettings): LineOutcome {
  const externalId = typeof given['externalId'] === 'string' ? given['externalId'] : null
  const named = given['source'] ?? source
  if (named !== source) {
    return refused({
      ...{ reason: 'field_invalid', field: 'source', externalId },
      message: `source must be "${source}", which this delivers, or be left out.`,
    })
  }
  const { record, problem } = checkCallRecord({ ...given, source }, now)
  return record ? { kind: 'record', record } : refused({ ...problem, externalId })
}
