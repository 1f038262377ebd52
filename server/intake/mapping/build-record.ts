import { type CallRecord, type LegRecord } from '../../../shared/calls/call-record.ts'
import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { type Draft } from './draft.ts'
import { instantWriter } from './instant-text.ts'

type RequiredField = 'externalId' | 'startedAt' | 'direction'

/** The canonical record of a draft, or the name of the field without which there is none. */
export function recordBuilder(
  mapping: ColumnMapping,
): (draft: Draft) => CallRecord | RequiredField {
  const { source } = mapping
  const csat = mapping.call.csat
  const write = instantWriter()
  const instant = (milliseconds: number | null) =>
    milliseconds === null ? null : write(milliseconds)

  return (draft) => {
    const { externalId, startedAt, direction } = draft
    if (externalId === null) return 'externalId'
    if (startedAt === null) return 'startedAt'
    if (direction === null) return 'direction'
    const score = draft['csat.score']
    const code = draft['disposition.code']
    const label = draft['disposition.label']
    return {
      source,
      externalId,
      version: draft.version,
      startedAt: write(startedAt),
      answeredAt: instant(draft.answeredAt),
      endedAt: instant(draft.endedAt),
      direction,
      queue: draft.queue,
      issue: draft.issue,
      audience: draft.audience,
      language: draft.language,
      customer: draft.customer,
      abandoned: draft.abandoned,
      queueSeconds: draft.queueSeconds,
      ivrSeconds: draft.ivrSeconds,
      legs: legsOf(draft, instant),
      offers: null,
      disposition: code === null && label === null ? null : { code, label },
      declaredResolution: draft.declaredResolution,
      csat: csat && score !== null ? { score, min: csat.min, max: csat.max } : null,
      recordingUrl: draft.recordingUrl,
    }
  }
}

/** At most one rep's part: a row holds one. */
function legsOf(
  draft: Draft,
  instant: (milliseconds: number | null) => string | null,
): LegRecord[] {
  const rep = draft['leg.rep']
  if (rep === null) return []
  return [
    {
      rep,
      queue: draft['leg.queue'],
      answeredAt: instant(draft['leg.answeredAt']),
      endedAt: instant(draft['leg.endedAt']),
      ringSeconds: draft['leg.ringSeconds'],
      talkSeconds: draft['leg.talkSeconds'],
      holdSeconds: draft['leg.holdSeconds'],
      wrapSeconds: draft['leg.wrapSeconds'],
      talkIncludesHold: draft['leg.talkIncludesHold'],
      ending: draft['leg.ending'],
      endedBy: draft['leg.endedBy'],
      neutral: draft['leg.neutral'],
    },
  ]
}
