import { setTimeout as wait } from 'node:timers/promises'
import { openHashers } from './calls/hashers.ts'
import { prepareBatch } from './calls/ingest-calls.ts'
import { type Ingest, noteAlone } from './calls/ingest-lane.ts'
import { type Database } from './database/connect.ts'
import { Refused } from './http/refused.ts'
import { type StoreRecords } from './intake/import-needs.ts'

/** While more records wait than may, an import waits too. */
const busyMilliseconds = 500

/** Where calls and intake meet: an import's records go through the lane the API's go through. */
export function recordStore(
  needs: { ingest: Ingest; secret: string; clock: () => number },
  organizationId: number,
): StoreRecords {
  const { ingest, secret, clock } = needs
  const hashers = openHashers(secret)(organizationId)
  return async (records) => {
    const sent = records.map(({ index, record }) => ({ index, checked: record }))
    const batch = await prepareBatch(sent, hashers, clock())
    return async (note) => {
      for (;;) {
        try {
          await ingest(organizationId, batch, noteAlone(note))
          return
        } catch (error) {
          if (!(error instanceof Refused) || error.reason !== 'too_busy') throw error
          await wait(busyMilliseconds)
        }
      }
    }
  }
}

/** Stores no records, and counts each as one that would be handed on. */
export const noRecordStore =
  (database: Database): StoreRecords =>
  (records) => {
    const reply = { accepted: records.length, unchanged: 0, superseded: 0, refused: [] }
    return Promise.resolve(async (note) => {
      await database.writing.begin((transaction) => note(transaction, reply))
    })
  }
