import { type CallRecord, type LegRecord } from '../../../../shared/calls/call-record.ts'
import { outsideNumber } from '../outside-number.ts'
import { type RowOutcome } from '../../row-outcome.ts'
import { type AdapterSettings } from '../adapter.ts'
import { checked, refused } from '../line-outcomes.ts'
import { type NamedRow } from '../named-row-reading.ts'
import { instantOrNull, instantText } from '../times.ts'
import { type WrittenTimes } from '../written-times.ts'
import { claimIn, issueOf, labelOf, queueOf } from './aircall-names.ts'
import { csvExternalId } from './csv-external-id.ts'
import { readCsvSeconds, type CsvSeconds } from './csv-seconds.ts'
import { csvStart } from './csv-start.ts'

/** What stands there for nobody. */
const nobody = '[No associated user]'

/** The record of one row of Aircall's call history, or why there is none. */
export function recordOfCsvRow(
  row: NamedRow,
  times: WrittenTimes,
  settings: AdapterSettings,
): RowOutcome {
  const start = csvStart(row, times, settings.timeZone)
  if (typeof start !== 'number') return refused(start.reason, 'startedAt', start.message)
  const externalId = csvExternalId(row, start)
  const direction = row.cell('direction')?.toLowerCase()
  if (direction !== 'inbound' && direction !== 'outbound') {
    const message = 'The cell "direction" says neither inbound nor outbound. Correct it.'
    return refused('field_invalid', 'direction', message, externalId)
  }
  const isAnswered = row.cell('answered')?.toLowerCase() === 'yes'
  const read = readCsvSeconds(row, isAnswered)
  if ('column' in read) {
    const message = `The cell "${read.column}" holds no duration in seconds or h:mm:ss. Correct it.`
    return refused('field_invalid', read.field, message, externalId)
  }
  const at: At = { start, externalId, direction, isAnswered }
  return checked(recordOf(row, at, read, settings), settings.now)
}

type At = {
  start: number
  externalId: string
  direction: 'inbound' | 'outbound'
  isAnswered: boolean
}

function recordOf(row: NamedRow, at: At, read: CsvSeconds, settings: AdapterSettings): CallRecord {
  const { start, direction, isAnswered } = at
  const { total, waiting, ivr } = read
  const user = row.cell('user')
  const rep = isAnswered && user !== nobody ? user : null
  const after = (seconds: number | null) => (seconds === null ? null : start + seconds * 1000)
  const answeredAt = rep === null ? null : after(waiting)
  const endedAt = after(total)
  const tags = (row.cell('tags') ?? '').split(',').flatMap((tag) => tag.trim() || [])
  const team = row.cell('team')
  const words = {
    ...{ line: row.cell('line'), teams: team === null ? [] : [team], tags },
    ivrBranch: row.cell('ivr branch'),
  }
  const queued = waiting === null ? null : waiting - (ivr ?? 0)
  const label = labelOf(tags)
  const recording = row.cell('recording')
  return {
    source: settings.source,
    externalId: at.externalId,
    version: Math.max(0, Math.floor(settings.now / 1000)),
    startedAt: instantText(start),
    answeredAt: instantOrNull(answeredAt),
    endedAt: instantOrNull(endedAt),
    direction,
    queue: queueOf(words, settings.names),
    issue: issueOf(words, settings.names),
    customer: customerOf(row, direction, settings.country),
    abandoned: direction === 'inbound' && !isAnswered && !isOfMachine(row),
    queueSeconds: direction === 'inbound' && queued !== null && queued >= 0 ? queued : null,
    ivrSeconds: ivr,
    legs: rep === null ? [] : [legOf(row, { rep, answeredAt, endedAt }, at, read)],
    disposition: label === null ? null : { code: null, label },
    declaredResolution: claimIn(tags, settings.names),
    recordingUrl:
      recording !== null && /^https?:\/\/\S{1,1900}$/.test(recording) ? recording : null,
  }
}

/** A voice agent served the caller to the end: nobody answered, and nobody was given up on. */
const isOfMachine = (row: NamedRow) => row.cell('call type')?.toLowerCase() === 'ai call'

type Part = { rep: string; answeredAt: number | null; endedAt: number | null }

function legOf(
  row: NamedRow,
  { rep, answeredAt, endedAt }: Part,
  { direction }: At,
  { waiting, toAnswer, inCall }: CsvSeconds,
): LegRecord {
  const by = row.cell('disconnected by')?.toLowerCase()
  return {
    rep,
    answeredAt: instantOrNull(answeredAt),
    endedAt: instantOrNull(endedAt),
    ringSeconds: toAnswer ?? (direction === 'outbound' ? waiting : null),
    talkSeconds: inCall,
    holdSeconds: null,
    wrapSeconds: null,
    talkIncludesHold: true,
    // The export shows no transfers: whether the leg was completed isn't known.
    ending: null,
    endedBy: by === 'agent' ? 'rep' : by === 'external' ? 'customer' : null,
  }
}

/** The customer's number; in the columns by direction it stands in E.164 without its plus. */
function customerOf(
  row: NamedRow,
  direction: 'inbound' | 'outbound',
  country: string | null,
): string | null {
  const named = row.cell('customer number')
  if (named !== null) return outsideNumber(named, country)
  const number = row.cell(direction === 'inbound' ? 'from' : 'to')
  if (number === null) return null
  return outsideNumber(/^[1-9]\d{7,14}$/.test(number) ? `+${number}` : number, country)
}
