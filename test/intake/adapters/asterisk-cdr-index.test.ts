import { describe, expect, it } from 'vitest'
import { openCdrIndex } from '../../../server/intake/adapters/asterisk-cdr/cdr-index.ts'
import {
  asteriskQueueLog,
  asteriskQueueLogWith,
} from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { piecesOf } from './mutations.ts'
import { at, id, log, readText, ten } from './asterisk-lines.ts'
import { isMissing, sampleText } from './sample-file.ts'

const wall = (seconds: number) =>
  new Date((ten + seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')
const row = (begins: number, ends: number, uniqueid: string) =>
  `"","4930555001","4930999","from-pstn","","SIP/t-1","","Queue","sales","${wall(begins)}","${wall(begins)}","${wall(ends)}",${ends - begins},${ends - begins},"ANSWERED","DOCUMENTATION","${uniqueid}","","","${uniqueid}",1`

function indexOf(rows: readonly string[]) {
  const index = openCdrIndex(null)
  for (const piece of piecesOf(rows.join('\n'), [0.2, 0.5, 0.7])) index.take(piece)
  return index.end().index
}

/** A call whose uniqueid says nothing, with a channel made five seconds before the queue. */
const call = 'renamed.1'
const cdrs = indexOf([row(0, 1, id(0)), row(5, 6, id(5)), row(8, 9, id(8)), row(5, 400, call)])
const lines = (ending: string) =>
  log(
    `10|${call}|sales|NONE|ENTERQUEUE||4930555001|1`,
    `22|${call}|sales|PJSIP/701|CONNECT|12|${id(10)}|9`,
    `82|${call}|sales|PJSIP/701|${ending}`,
  )
const blind = 'BLINDTRANSFER|900|x|12|60|1'

describe('CDRs beside a queue_log', () => {
  const withCdrs = (ending: string) =>
    readText(asteriskQueueLogWith(cdrs), lines(ending), { names: { issue: 'dialled' } }).records[0]!

  it('tell when the call began, what was dialled, and the end after a transfer', () => {
    expect(withCdrs(blind)).toMatchObject({
      ...{ startedAt: at(5), ivrSeconds: 5, issue: '4930999', endedAt: at(400) },
      legs: [{ talkSeconds: 60, endedAt: at(82) }],
    })
  })

  it('tell no end of a call that was ended, and never a talk time', () => {
    expect(withCdrs('COMPLETECALLER|12|60|1')).toMatchObject({
      ...{ endedAt: at(82), legs: [{ talkSeconds: 60 }] },
    })
  })

  it('outrank the log that was read without them', () => {
    const [plain] = readText(asteriskQueueLog, lines(blind)).records
    expect(plain).toMatchObject({ startedAt: at(10), ivrSeconds: null, endedAt: at(82) })
    expect(withCdrs(blind).version! - plain!.version!).toBe(1)
  })

  it('that begin too long before the queue, or after it, are not believed', () => {
    const strange = indexOf([
      row(0, 1, id(0)),
      row(5, 6, id(5)),
      row(8, 9, id(8)),
      row(11, 400, call),
    ])
    const { records } = readText(asteriskQueueLogWith(strange), lines(blind))
    expect(records[0]).toMatchObject({ startedAt: at(10), ivrSeconds: null })
  })

  it.skipIf(isMissing)('are found by uniqueid, from the earliest start to the latest end', () => {
    const index = openCdrIndex(null)
    index.take(sampleText('asterisk/cdr-csv-Master.csv'))
    const { index: found, calls, isWhole } = index.end()
    expect({ calls, isWhole }).toEqual({ calls: 45, isWhole: true })
    expect(found.find('1706407446.50')).toEqual({
      ...{ startedAt: 1_706_407_446, endedAt: 1_706_407_469, dialled: '211553' },
    })
    expect(found.find('1.1')).toBeNull()
  })
})
