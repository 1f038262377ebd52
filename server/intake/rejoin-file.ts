import { type Database } from '../database/connect.ts'
import { adapterNamed } from './adapters/all-adapters.ts'
import { openKeptDocuments } from './kept-document-store.ts'
import { type ReadLine } from './read-step.ts'
import { type Reading } from './reading.ts'
import { rejoin } from './rejoin.ts'
import { openSeal } from './seal.ts'

type Given = {
  database: Database
  secret: string
  organizationId: number
  clock: () => number
  /** Epoch milliseconds of receipt, as the file's own reading has it. */
  now: number
}

/**
 * How the lines of a file are put together with what other files and deliveries told of the same
 * calls; null where its reader keeps nothing. Done again after a file was cut off, it comes to
 * the same, because what is kept of a document is written once.
 */
export function rejoinFile(reading: Reading, given: Given) {
  const adapter = reading.adapter === null ? null : adapterNamed(reading.adapter)
  if (!adapter) return null
  const { source, timeZone, country, names } = reading
  const { database, secret, organizationId, clock, now } = given
  const keep = openKeptDocuments(database, openSeal(secret), { organizationId, source, clock })
  const settings = { source, now, timeZone, country, names }
  return (lines: readonly ReadLine[]) => rejoin(lines, { adapter, settings, keep })
}
