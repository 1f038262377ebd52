import { openAnnouncements } from '../../server/announcements.ts'
import { openIngestLanes } from '../../server/calls/ingest-lane.ts'
import { openImportDesk } from '../../server/intake/import-desk.ts'
import { type StoreRecords } from '../../server/intake/import-needs.ts'
import { openSpool } from '../../server/intake/spool.ts'
import { noRecordStore, recordStore } from '../../server/store-records.ts'
import { secret, type World } from '../world/open-world.ts'

/** What happens before a batch is stored; batches of a run are counted from 1. */
export type BeforeBatch = (batch: number, organizationId: number) => Promise<void> | void

/** Another process that carries out imports of this world, with something happening on the way. */
export function openOwnDesk(world: World, before: BeforeBatch = () => undefined) {
  const { database } = world
  const clock = world.clock.now
  const errors: unknown[] = []
  const ingest = openIngestLanes(database, openAnnouncements(), clock)
  const desk = openImportDesk({
    ...{ database, secret, clock, spool: openSpool(world.spoolFolder), isOnlyServer: true },
    log: (error) => {
      errors.push(error)
    },
    storeFor: (organizationId, isDryRun) => {
      const store = isDryRun
        ? noRecordStore(database)
        : recordStore({ ingest, secret, clock }, organizationId)
      let batch = 0
      const heard: StoreRecords = async (records) => {
        const put = await store(records)
        return async (note) => {
          batch += 1
          await before(batch, organizationId)
          await put(note)
        }
      }
      return heard
    },
  })
  return { ...desk, errors }
}

/** A promise that is kept from outside. */
export function gate() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
