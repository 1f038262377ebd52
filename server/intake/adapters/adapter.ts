import { type FileReading } from '../delimited/file-reading.ts'

/** What an adapter is told besides the bytes; a phone system's own files don't say it. */
export type AdapterSettings = {
  /** System and instance, such as `asterisk:pbx1`: the `source` of every record. */
  source: string
  /** Epoch milliseconds of receipt: a call can't have started after it. */
  now: number
  /** IANA zone of times without an offset, where the format has such; null: not known. */
  timeZone: string | null
  /** ISO 3166 country of callers' numbers without a country code; null: such stay as written. */
  country: string | null
  /** What a site names by itself, such as the contact attribute that holds the issue. */
  names: Readonly<Record<string, string>>
}

/**
 * Reads what one phone system writes. Pure: the same bytes in any pieces give the same lines, and
 * nothing is kept but in the reading. It never throws for anything the bytes hold.
 *
 * Every line or document has one outcome. A call told over several of them is brought by the one
 * that completes it, and the others are `joined` to it, so that outcomes add up to what was read.
 *
 * Where the documents of one call may come in deliveries of their own, an outcome says what is to
 * be kept of its document (`keep`). Whoever receives deliveries reads what was kept of a call once
 * more together with what is new, so versions of a call must grow with what is known of it.
 */
export type Adapter = {
  name: string
  /** What its files are called where people make them; left out: its name. */
  title?: string
  /** Whether a file that begins with this text has times without a zone; left out: none does. */
  needsTimeZone?: (head: string) => boolean
  /**
   * IANA zone of its times, where the format itself says it; left out: it doesn't. Then only a zone
   * that a file is ordered with outweighs it, and not what was said of other files of the source.
   */
  timeZone?: string
  /** Whether a file that begins with this text, up to `headCharacters` of it, is of this kind. */
  recognizes: (head: string) => boolean
  open: (settings: AdapterSettings) => FileReading
}

/** How much of a file's beginning an adapter is shown to recognize it by. */
export const headCharacters = 65_536
