import { threeCxLegacy } from './3cx-legacy.ts'
import { threeCxV20 } from './3cx-v20.ts'
import { type Adapter } from './adapter.ts'
import { aircallCsv } from './aircall-csv.ts'
import { aircallWebhooks } from './aircall-webhooks.ts'
import { amazonConnect } from './amazon-connect.ts'
import { asteriskCdr } from './asterisk-cdr.ts'
import { asteriskQueueLog } from './asterisk-queue-log.ts'
import { callRecords } from './call-records.ts'
import { freeswitchCsv } from './freeswitch-csv.ts'
import { freeswitch } from './freeswitch.ts'
import { genesysCloud } from './genesys-cloud.ts'

/** Every adapter there is, in the order in which a file is shown to them. */
export const allAdapters: readonly Adapter[] = [
  ...[asteriskQueueLog, asteriskCdr],
  ...[amazonConnect, genesysCloud, aircallWebhooks, aircallCsv, threeCxV20, threeCxLegacy],
  ...[freeswitch, freeswitchCsv, callRecords],
]

/** The adapter of a name; null where there is none. */
export const adapterNamed = (name: string): Adapter | null =>
  allAdapters.find((adapter) => adapter.name === name) ?? null
