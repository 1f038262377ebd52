import { instantText } from '../times.ts'
import { type NamedRow } from '../named-row-reading.ts'

const pageOfCall = /\/calls\/(\d{1,19})(\/|$)/

/**
 * Which call a row is: Aircall's number of it, the same that webhooks send. Older exports have no
 * column for it; then it stands in the address of the recording, and where there is none, start
 * and numbers tell the call apart from others.
 */
export function csvExternalId(row: NamedRow, start: number): string {
  const own = row.cell('call id (internal)')
  if (own !== null) return own
  for (const column of ['call timeline', 'recording', 'voicemail']) {
    const id = pageOfCall.exec(row.cell(column) ?? '')?.[1]
    if (id !== undefined) return id
  }
  const started = instantText(start)
  return (
    row.cell('call id') ??
    `${started}/${row.cell('from') ?? ''}/${row.cell('to') ?? ''}`.slice(0, 200)
  )
}
