import { type Adapter } from './adapter.ts'
import { amazonConnect } from './amazon-connect.ts'
import { callRecords } from './call-records.ts'
import { genesysCloud } from './genesys-cloud.ts'

/** Every phone system that is read without a mapping, in the order in which files are tried. */
export const allAdapters: readonly Adapter[] = [amazonConnect, genesysCloud, callRecords]

/** The adapter of a name; null where there is none. */
export const adapterNamed = (name: string): Adapter | null =>
  allAdapters.find((adapter) => adapter.name === name) ?? null
