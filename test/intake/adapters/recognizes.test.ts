import { describe, expect, it } from 'vitest'
import { threeCxLegacy } from '../../../server/intake/adapters/3cx-legacy.ts'
import { threeCxV20 } from '../../../server/intake/adapters/3cx-v20.ts'
import { headCharacters, type Adapter } from '../../../server/intake/adapters/adapter.ts'
import { aircallCsv } from '../../../server/intake/adapters/aircall-csv.ts'
import { aircallWebhooks } from '../../../server/intake/adapters/aircall-webhooks.ts'
import { freeswitchCsv } from '../../../server/intake/adapters/freeswitch-csv.ts'
import { freeswitch } from '../../../server/intake/adapters/freeswitch.ts'
import { isMissing, sampleText } from './sample-file.ts'

const adapters: readonly Adapter[] = [
  ...[aircallWebhooks, aircallCsv, threeCxV20, threeCxLegacy, freeswitch, freeswitchCsv],
]
const recognizing = (file: string) => {
  const head = sampleText(file).slice(0, headCharacters)
  return adapters.filter(({ recognizes }) => recognizes(head)).map(({ name }) => name)
}

describe.skipIf(isMissing)('a file is recognized by its own system, and by no other', () => {
  it.each([
    ['aircall/webhooks.37-events.json', 'aircall-webhooks'],
    ['aircall/call-history-export.2025-12.csv', 'aircall-csv'],
    ['3cx/v20-cdroutput.two-calls.csv', '3cx-v20'],
    ['3cx/legacy-cdr-line.csv', '3cx-legacy'],
    ['freeswitch/json_cdr.cgrates-hold-transfer.json', 'freeswitch'],
    ['freeswitch/callcenter-member-queue-end.rpi-maker.json', 'freeswitch'],
    ['freeswitch/cdr_csv-two-legs.rpi-maker.csv', 'freeswitch-csv'],
    ['freeswitch/cdr_csv-Master.csv', 'freeswitch-csv'],
  ])('%s', (file, name) => {
    expect(recognizing(file)).toEqual([name])
  })

  it.each([
    ...['amazon-connect/ctr-duplicates.kyopark2014.json', 'asterisk/cdr-csv-Master.csv'],
    ...['asterisk/cdr_custom-Master.csv', 'five9/call-log.columns-and-values.csv'],
    ...['asterisk/queue_log.docs-sample.log', 'talkdesk/contacts-report.header.csv'],
    'genesys-cloud/conversation-detail.voice-notresponding-then-answered.json',
  ])('%s is nobody’s here', (file) => {
    expect(recognizing(file)).toEqual([])
  })
})
