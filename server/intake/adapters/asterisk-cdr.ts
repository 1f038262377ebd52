import { splitQuoted } from '../delimited/split-quoted.ts'
import { type Adapter } from './adapter.ts'
import { cdrReading } from './asterisk-cdr/cdr-reading.ts'
import { layoutOf } from './asterisk-cdr/cdr-row.ts'

/** Asterisk's CDRs in either of the two files called Master.csv, where no queue_log is kept. */
export const asteriskCdr: Adapter = {
  name: 'asterisk-cdr',
  title: 'Asterisk call detail records',
  recognizes: (head) => {
    const line =
      head
        .replace(/^\uFEFF?\s*/, '')
        .split('\n', 1)[0]
        ?.trim() ?? ''
    const found = splitQuoted(line, { delimiter: ',', quote: '"' })
    return typeof found !== 'string' && layoutOf(found.cells) !== null
  },
  open: cdrReading,
}
