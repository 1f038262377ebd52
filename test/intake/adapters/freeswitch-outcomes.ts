import { freeswitch } from '../../../server/intake/adapters/freeswitch.ts'
import { type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { readPieces, settingsWith } from './adapter-property.ts'

type Changes = Partial<AdapterSettings>

/** What becomes of documents, one a line; a text stands as it is. */
export const freeswitchOutcomes = (documents: readonly unknown[], changes: Changes = {}) =>
  readPieces(
    freeswitch,
    [documents.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')],
    settingsWith(changes),
  ).lines.map(({ outcome }) => outcome)

/** The record among them, if there is one. */
export const freeswitchRecord = (documents: readonly unknown[], changes: Changes = {}) =>
  freeswitchOutcomes(documents, changes).find((outcome) => outcome.kind === 'record')?.record
