import { existsSync, readFileSync } from 'node:fs'
import { legacyColumns } from '../../../server/intake/adapters/3cx-legacy.ts'
import { segment, csvOf } from '../adapters/3cx-segments.ts'
import { aircallEvents, aircallCall, wrapUp } from '../adapters/aircall-events.ts'
import { id, log, ten } from '../adapters/asterisk-lines.ts'
import { agent as contactAgent, contact, following } from '../adapters/contacts.ts'
import { conversation, customer, menu, queue, rep } from '../adapters/conversations.ts'
import { agent, member } from '../adapters/freeswitch-documents.ts'
import { written } from '../adapters/reading.ts'

/** Real exports lie beside the project and are never part of it; without them ours have to do. */
const folder = '../shared/samples'
/** A longer sample is cut at a line, so that most changes hit something. */
const seedCharactersLimit = 8_000

/** The samples of a folder whose names match, as far as they are there. */
export function samples(...files: readonly string[]): string[] {
  const paths = files.map((file) => `${folder}/${file}`).filter((path) => existsSync(path))
  return paths.map((path) => shortened(readFileSync(path, 'utf8')))
}

function shortened(text: string): string {
  if (text.length <= seedCharactersLimit) return text
  const end = text.lastIndexOf('\n', seedCharactersLimit)
  return end > 0 ? text.slice(0, end + 1) : text
}

export const queueLog = log(
  `5|${id(0)}|sales|NONE|DID|4930111222`,
  `5|${id(0)}|sales|NONE|ENTERQUEUE||+4930555001|1`,
  `15|${id(0)}|sales|PJSIP/701|RINGNOANSWER|10000`,
  `20|${id(0)}|sales|PJSIP/702|CONNECT|15|${id(15)}|5`,
  `40|${id(40)}|help|NONE|ENTERQUEUE||702|1`,
  `60|${id(40)}|sales|PJSIP/702|ATTENDEDTRANSFER|LINK|PJSIP/702-1|PJSIP/702-2|15|40|1`,
  `65|${id(0)}|help|Local/703@from-queue/n|CONNECT|5|${id(60)}|5`,
  `70|${id(70)}|sales|NONE|ENTERQUEUE||4930555002|1|Ann`,
  `75|${id(70)}|sales|NONE|EXITWITHTIMEOUT|1|1|5`,
  `80|${id(70)}|help|PJSIP/704|CONNECT|4|${id(77)}|3`,
  `90|${id(0)}|help|Local/703@from-queue/n|COMPLETECALLER|5|25|1`,
  '91|NONE|help|Local/703@from-queue/n|PAUSE|wrap',
  '99|NONE|help|Local/703@from-queue/n|UNPAUSE|',
  `95|${id(70)}|help|PJSIP/704|BLINDTRANSFER|9|from-internal|4|15|1`,
  `99|${id(97)}|sales|PJSIP/701|OUTCALL|ANSWER|2|2|+4930555003`,
  `150|${id(110)}|sales|NONE|ABANDON|1|1|30`,
  `161|${id(155)}|sales|NONE|CALLSTATUS|FIXED`,
  '0|NONE|NONE|NONE|QUEUESTART|',
)

export const queueTable = [
  'time,callid,queuename,agent,event,data1,data2,data3,data4,data5',
  `2026-02-02 11:00:05.000001,${id(0)},sales,NONE,ENTERQUEUE,,4930555001,1,,`,
  `2026-02-02 11:00:20.100000,${id(0)},sales,"Ann Lee",CONNECT,15,${id(15)},5,,`,
  `2026-02-02 11:01:20.100000,${id(0)},sales,"Ann Lee",ATTENDEDTRANSFER,LINK,a,b,15,60|1`,
  '',
].join('\n')

const cdr = (begins: number, lasts: number, channel: string, more: string): string => {
  const wall = (seconds: number) =>
    new Date((ten + seconds) * 1000).toISOString().slice(0, 19).replace('T', ' ')
  const times = [begins, begins + 4, begins + lasts].map((at) => `"${wall(at)}"`).join(',')
  return `"","+4930555001","800","gate","""Ann"" <+4930555001>","SIP/gate-${channel}","SIP/701-${channel}","Queue","sales,t",${times},${lasts},${lasts - 4},"ANSWERED","DOCUMENTATION","${id(begins)}",""${more}`
}
export const cdrRows = [cdr(0, 70, '1', ''), cdr(90, 30, '2', ''), cdr(95, 300, '3', '')].join('\n')

export const contacts = [
  contact({ NextContactId: 'b' }),
  following('b', 'a', { Agent: contactAgent('bo', '09:07', '09:20') }),
  contact({ ContactId: 'c', Agent: null, Attributes: { Reason: 'x' } }),
  contact({ ContactId: 'd', InitiationMethod: 'MONITOR' }),
]

export const conversations = [
  conversation([customer(360), menu, queue(60), rep('ana'), rep('bo', { to: 500 })]),
  conversation([customer(90), queue(90, { tAbandon: 70_000 })], { conversationId: 'b' }),
]

export const aircallTexts = [
  JSON.stringify([wrapUp('start', 60, 1), ...aircallEvents(), wrapUp('end', 75, 1)]),
  written(...aircallEvents(), aircallCall('call.tagged', 100, { id: 42, tags: [{ name: 'A' }] })),
]

export const aircallExport = [
  'line,date (TZ offset incl.),time (TZ offset incl.),number timezone,direction,from,to,answered,user,duration (total),duration (in call)',
  'Help,2025-07-04,10:00:00,Europe/Berlin,inbound,4930555001,49305550,Yes,Ann,100,88',
  'Help,2025-07-04,11:00:00,Europe/Berlin,outbound,49305550,4930555002,No,Bo,20,0',
  '',
].join('\n')

const outside = 'external_line +4930555001'
export const segments = csvOf([
  segment('a', `${outside} > inbound_routing +4930999`, '0 - 0.5', { continued_in_cdr_id: 'q' }),
  segment('q', `${outside} > queue 800`, '0.5 1 10', { continued_in_cdr_id: 'e' }),
  segment('e', `${outside} > extension 100`, '10 12 60', { termination_reason: 'dst_terminated' }),
])

const legacy: Readonly<Record<string, string>> = {
  ...{ historyid: 'Call 7', callid: '7', duration: '00:01:00', from_no: '+4930555001' },
  ...{ time_start: '2026/02/10 09:00:00', time_answered: '2026/02/10 09:00:10' },
  ...{ time_end: '2026/02/10 09:01:10', reason_terminated: 'TerminatedBySrc', to_no: 'Ext.100' },
  ...{ from_dn: '10000', to_dn: '100', dial_no: '100', final_number: 'Ext.100', final_dn: '100' },
  ...{ from_type: 'Line', to_type: 'Extension', final_type: 'Extension' },
}
export const legacyLines = ['Call 7', 'Call 8']
  .map((historyid) => ({ ...legacy, historyid }))
  .map((cells: Readonly<Record<string, string>>) =>
    legacyColumns.map((column) => cells[column] ?? '').join(','),
  )
  .join('\n')

const own = [JSON.stringify(member()), JSON.stringify(agent())]
export const freeswitchTexts = [
  own.join(''),
  `[${own.join(',')}]`,
  own.map((json) => `cdr=${encodeURIComponent(json)}`).join('\n'),
]

const [a, b] = ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222']
export const freeswitchRows = [
  `"Ann","+4930555001","800","public","2026-02-10 09:00:00","2026-02-10 09:00:00","2026-02-10 09:01:10","70","70","NORMAL_CLEARING","${a}","${b}","","PCMA","PCMA"`,
  `"Ann","+4930555001","1001","default","2026-02-10 09:00:04","2026-02-10 09:00:10","2026-02-10 09:01:10","66","60","NORMAL_CLEARING","${b}","","","PCMA","PCMA"`,
  '',
].join('\n')

export const ownRecords = [1, 2, 3].map((count) => ({
  ...{ externalId: `call-${count}`, version: count, startedAt: '2026-02-02T09:00:00Z' },
  ...{ direction: 'inbound', queue: 'support', customer: '+4930555001', queueSeconds: 12 },
  legs: [{ rep: 'ann', answeredAt: '2026-02-02T09:00:12Z', talkSeconds: 60, ending: 'completed' }],
  offers: [{ rep: 'bo', ringSeconds: 20, result: 'no_answer' }],
  ...{ disposition: { code: 'FIXED', label: null }, csat: { score: 5, min: 1, max: 5 } },
}))
