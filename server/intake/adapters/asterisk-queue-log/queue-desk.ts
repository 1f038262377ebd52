import { type ReadLine } from '../../read-step.ts'
import { type AdapterSettings } from '../adapter.ts'
import { type CdrIndex } from '../asterisk-cdr/cdr-index.ts'
import { type SiteNames } from '../asterisk/site-names.ts'
import { type CallBook } from './call-book.ts'

/** What everything that reads an event is given. */
export type QueueDesk = {
  settings: AdapterSettings
  names: SiteNames
  cdrs: CdrIndex | null
  book: CallBook
  /** What became of lines, in the order in which it was known. */
  outcomes: ReadLine[]
}
