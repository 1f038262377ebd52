/** Rows of cdroutput, written for the tests. */
type Cells = Readonly<Record<string, string>>

export const segmentColumns = [
  ...['cdr_id', 'call_history_id', 'main_call_history_id', 'source_entity_type'],
  ...['source_dn_number', 'source_dn_type', 'source_dn_name', 'source_participant_phone_number'],
  ...['destination_entity_type', 'destination_dn_number', 'destination_dn_type'],
  ...['destination_dn_name', 'destination_participant_phone_number', 'base_cdr_id'],
  ...['creation_method', 'termination_reason', 'termination_reason_details'],
  ...['continued_in_cdr_id', 'cdr_started_at', 'cdr_answered_at', 'cdr_ended_at'],
]

const at = (second: string | undefined): string => {
  if (second === undefined || second === '') return ''
  const instant = new Date(Date.parse('2026-02-10T09:00:00Z') + Number(second) * 1000)
  return instant.toISOString().replace('T', ' ').replace('Z', '+00')
}

const party = (side: string, kind: string): Cells => {
  const [entity = '', number = ''] = kind.split(' ')
  const dnTypes: Cells = { external_line: 'provider', voicemail: 'extension' }
  return {
    [`${side}_entity_type`]: entity,
    [`${side}_dn_type`]: dnTypes[entity] ?? entity,
    [`${side}_dn_number`]: entity === 'external_line' ? '10000' : number,
    [`${side}_dn_name`]: entity === 'external_line' ? 'Trunk' : `Name of ${number}`,
    [`${side}_participant_phone_number`]: entity === 'external_line' ? number : '',
  }
}

/**
 * One row.
 *
 * @param id its cdr_id
 * @param ends from whom to whom: "external_line +4930555001 > extension 100"
 * @param seconds when it started, was answered and ended: "0 10 60"; "-" for never
 */
export function segment(id: string, ends: string, seconds: string, more: Cells = {}): Cells {
  const [source = '', destination = ''] = ends.split(' > ')
  const [started, answered, ended] = seconds.split(' ').map((one) => (one === '-' ? '' : one))
  return {
    ...{ cdr_id: id, call_history_id: 'call-1', main_call_history_id: 'call-1' },
    ...{ creation_method: 'route_to', termination_reason: 'continued_in', base_cdr_id: '' },
    ...party('source', source),
    ...party('destination', destination),
    ...{ cdr_started_at: at(started), cdr_answered_at: at(answered), cdr_ended_at: at(ended) },
    ...more,
  }
}

export const csvOf = (rows: readonly Cells[], columns: readonly string[] = segmentColumns) =>
  [
    columns.join(','),
    ...rows.map((row) => columns.map((column) => row[column] ?? '').join(',')),
    '',
  ].join('\n')
