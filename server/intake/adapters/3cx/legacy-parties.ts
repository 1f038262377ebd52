import { type NamedRow } from '../named-row-reading.ts'

/** One end of a call in a line of the CDR service. */
export type LegacyParty = {
  kind: 'rep' | 'outside' | 'line' | 'voicemail' | 'unknown'
  /** The extension of a rep or a line. */
  dn: string | null
  number: string | null
}

/** Types as versions up to 18 write them, and as version 20 does. */
const kinds: Readonly<Record<string, LegacyParty['kind']>> = {
  ...{ extension: 'rep', line: 'outside', external_line: 'outside', provider: 'outside' },
  ...{ bridge: 'outside', outbound_rule: 'outside', queue: 'line', ivr: 'line', script: 'line' },
  ...{
    voicemail: 'voicemail',
    ringgroup: 'line',
    ring_group_ring_all: 'line',
    ring_group_hunt: 'line',
  },
}

/**
 * Who stands at one end. Without its type, as where the site has left that field out, an extension
 * is told by "Ext." before its number, and could be a queue's.
 */
export function legacyParty(row: NamedRow, end: 'from' | 'to' | 'final'): LegacyParty {
  const written = row.cell(end === 'final' ? 'final_number' : `${end}_no`)
  const isExtension = written?.startsWith('Ext.') ?? false
  const bare = isExtension ? (written?.slice('Ext.'.length) ?? null) : written
  const type = row.cell(`${end}_type`)?.toLowerCase()
  const byType = type === undefined ? undefined : (kinds[type] ?? 'unknown')
  const byNumber = written === null ? 'unknown' : isExtension ? 'rep' : 'outside'
  return {
    kind: byType ?? byNumber,
    dn: row.cell(`${end}_dn`) ?? (isExtension ? bare : null),
    number: bare,
  }
}
