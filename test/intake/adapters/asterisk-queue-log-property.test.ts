import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { holdsForAnyText, readPieces, settingsWith, usualRuns } from './adapter-property.ts'
import { id, log } from './asterisk-lines.ts'
import { mutated } from './mutations.ts'

const busy = log(
  '0|NONE|NONE|NONE|QUEUESTART|',
  `5|${id(0)}|sales|NONE|DID|4930111222`,
  `5|${id(0)}|sales|NONE|ENTERQUEUE||+4930555001|1`,
  `15|${id(0)}|sales|PJSIP/701|RINGNOANSWER|10000`,
  `20|${id(0)}|sales|PJSIP/702|CONNECT|15|${id(15)}|5`,
  `40|${id(40)}|help|NONE|ENTERQUEUE||702|1`,
  `60|${id(40)}|sales|PJSIP/702|ATTENDEDTRANSFER|LINK|PJSIP/702-1|PJSIP/702-2|15|40|1`,
  `65|${id(0)}|help|Local/703@from-queue/n|CONNECT|5|${id(60)}|5`,
  `70|${id(70)}|sales|NONE|ENTERQUEUE||4930555002|1|Ann`,
  `75|${id(70)}|sales|NONE|EXITWITHTIMEOUT|1|1|5`,
  `76|${id(70)}|help|NONE|ENTERQUEUE||4930555002|1`,
  `80|${id(70)}|help|PJSIP/704|CONNECT|4|${id(77)}|3`,
  `90|${id(0)}|help|Local/703@from-queue/n|COMPLETECALLER|5|25|1`,
  '91|NONE|help|Local/703@from-queue/n|PAUSE|wrap',
  '99|NONE|help|Local/703@from-queue/n|UNPAUSE|',
  `95|${id(70)}|help|PJSIP/704|BLINDTRANSFER|9|from-internal|4|15|1`,
  `99|${id(97)}|sales|PJSIP/701|OUTCALL|ANSWER|2|2|+4930555003`,
  `120|${id(110)}|sales|NONE|ENTERQUEUE||anonymous|1`,
  `150|${id(110)}|sales|NONE|ABANDON|1|1|30`,
  `160|${id(155)}|sales|NONE|ENTERQUEUE||4930555004|1`,
  `161|${id(155)}|sales|NONE|CALLSTATUS|FIXED`,
)
const table = [
  'time,callid,queuename,agent,event,data1,data2,data3,data4,data5',
  `2026-02-02 11:00:05.000001,${id(0)},sales,NONE,ENTERQUEUE,,4930555001,1,,`,
  `2026-02-02 11:00:20.100000,${id(0)},sales,"Ann Lee",CONNECT,15,${id(15)},5,,`,
  `2026-02-02 11:01:20.100000,${id(0)},sales,"Ann Lee",ATTENDEDTRANSFER,LINK,a,b,15,60|1`,
  '',
].join('\n')
const names = { wrapReason: 'wrap', dispositionEvent: 'CALLSTATUS', issue: 'dialled' }

describe('whatever a queue_log holds', () => {
  it('each line has one outcome, records are sound, and pieces make no difference', () => {
    holdsForAnyText(asteriskQueueLog, [busy, table], settingsWith(), { numbered: false })
    holdsForAnyText(asteriskQueueLog, [busy, table], settingsWith({ names, country: 'DE' }), {
      numbered: false,
      runs: usualRuns / 2,
    })
  })

  it('no line is left out', () => {
    const property = fc.property(mutated([busy]), (text) => {
      const { lines, stop } = readPieces(asteriskQueueLog, [text], settingsWith())
      if (stop) return
      const told = text.split('\n').flatMap((line, place) => (line.trim() === '' ? [] : place + 1))
      const numbers = lines.map(({ lineNumber }) => lineNumber).sort((a, b) => a - b)
      expect(numbers).toEqual(told)
    })
    fc.assert(property, { numRuns: usualRuns })
  })
})
