import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { type Encoding } from './delimited/find-encoding.ts'

/**
 * How a file is read, with everything that was asked for settled: kept with an import, so that it
 * goes on the same way whatever is changed meanwhile.
 */
export type Reading = {
  /** An adapter's name, or null where the mapping reads. */
  adapter: string | null
  mapping: ColumnMapping | null
  /** Adapter or preset, as it is remembered for the source; null for a mapping of one's own. */
  reader: string | null
  source: string
  timeZone: string | null
  country: string | null
  names: Readonly<Record<string, string>>
  /** Null: as the first bytes say. */
  encoding: Encoding | null
  sheet: string | null
  /** Uploads of the same phone system that it is read beside; left out: none. */
  beside?: readonly number[]
}
