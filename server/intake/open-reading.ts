import { allAdapters } from './adapters/all-adapters.ts'
import { type Adapter } from './adapters/adapter.ts'
import { type FileReading } from './delimited/file-reading.ts'
import { mappingReading } from './delimited/mapping-reading.ts'
import { type Reading } from './reading.ts'
import { sheetMapping } from './sheet/sheet-mapping.ts'
import { Unreadable } from './read-texts.ts'

/**
 * Begins to read one file the way that was settled.
 *
 * @param adapter what it is read by where other files stand beside it; null: as was settled
 * @param isSheet its text comes from a sheet of a workbook
 * @param now epoch milliseconds of receipt: a call can't have started after it
 * @throws Unreadable where an adapter was settled on that this version doesn't have
 */
export function openReading(
  reading: Reading,
  { adapter: beside, isSheet, now }: { adapter: Adapter | null; isSheet: boolean; now: number },
): FileReading {
  const { mapping, source, timeZone, country, names } = reading
  if (mapping) return mappingReading(isSheet ? sheetMapping(mapping) : mapping, now)
  const adapter = beside ?? allAdapters.find(({ name }) => name === reading.adapter)
  if (adapter) return adapter.open({ source, now, timeZone, country, names })
  throw new Unreadable(
    `There is no adapter "${reading.adapter ?? ''}" in this version. Start the import again.`,
  )
}
