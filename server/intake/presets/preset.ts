import { type ColumnMapping } from '../../../shared/intake/column-mapping.ts'

/** A column mapping for an export that many have, recognized by its columns. */
export type Preset = {
  name: string
  /** What the export is called where people make it. */
  title: string
  /** Its times name no zone, and none can be derived. */
  needsTimeZone: boolean
  /** What the export doesn't tell, for whoever imports it. */
  cautions: readonly string[]
  /** Its source is whatever the importing person calls the phone system. */
  mapping: Omit<ColumnMapping, 'source'>
}
