import { asteriskSamples } from './asterisk.ts'
import { type Sample } from './sample.ts'

const amazon: Sample[] = [
  {
    file: 'amazon-connect/ctr-duplicates.kyopark2014.json',
    ...{ reader: 'amazon-connect', counts: { read: 6, accepted: 1 } },
    calls: {
      '6fe40d2a-1a89-4d73-bfcf-5d9c33894f47': {
        ...{ startedAt: '2022-01-05T17:12:59.000Z', answeredAt: '2022-01-05T17:20:32.000Z' },
        ...{ endedAt: '2022-01-05T17:47:28.000Z', ivrSeconds: 107, queueSeconds: 346 },
        legs: [
          {
            ...{ talkSeconds: 239, holdSeconds: 221, wrapSeconds: 5, ringSeconds: null },
            ...{ talkIncludesHold: false, endedAt: '2022-01-05T17:28:12.000Z' },
            ...{ ending: 'blind_transfer', isHandedOn: true },
          },
        ],
      },
    },
  },
  {
    file: 'amazon-connect/ctr-inbound-simple.2022.json',
    ...{ reader: 'amazon-connect', counts: { read: 1, accepted: 1 } },
    calls: {
      '15a5cf14-3212-45a1-9f86-a8e97db8afaf': {
        queueSeconds: 7,
        legs: [{ talkSeconds: 33, holdSeconds: 0, wrapSeconds: 32, endedBy: 'customer' }],
      },
    },
  },
  {
    file: 'amazon-connect/ctr-inbound-simple.2020-no-disconnectreason.json',
    ...{ reader: 'amazon-connect', counts: { read: 1, accepted: 1 } },
    calls: {
      'ee0a8fcc-9cf8-4b9c-9fcf-e86ebe989486': {
        ...{ queueSeconds: 5, legs: [{ talkSeconds: 14, wrapSeconds: 10, endedBy: 'unknown' }] },
      },
    },
  },
]

const genesys: Sample[] = [
  {
    file: 'genesys-cloud/conversation-detail.voice-notresponding-then-answered.json',
    ...{ reader: 'genesys-cloud', counts: { read: 1, accepted: 1 } },
    // 64.488, 12.411, 7.421, 2.364 and 374.894 s in the document; the agent who never answered
    // has 57 s of after-call work there, and gets an offer.
    calls: {
      '32d23263-e5bd-4567-bff3-143e38f7b095': {
        ...{ ivrSeconds: 64, queueSeconds: 12, disposition: 'ININ-WRAP-UP-TIMEOUT' },
        legs: [
          {
            ...{ ringSeconds: 2, talkSeconds: 375, holdSeconds: 0, wrapSeconds: 3 },
            ...{ endedBy: 'customer', talkIncludesHold: false },
          },
        ],
        offers: [{ ringSeconds: 7, result: 'no_answer' }],
      },
    },
  },
  ...['chat1', 'chat2'].map((chat) => ({
    file: `genesys-cloud/conversation-detail.${chat}.blueprint.json`,
    ...{ reader: 'genesys-cloud', counts: { read: 1, accepted: 0 }, calls: {} },
  })),
]

const aircall: Sample[] = [
  {
    file: 'aircall/webhooks.37-events.json',
    ...{ reader: 'aircall-webhooks', counts: { read: 37, accepted: 4 } },
    calls: {
      '780836699': {
        ...{ direction: 'outbound', legs: [{ ringSeconds: 5, talkSeconds: 13, holdSeconds: 2 }] },
      },
      '780836754': { isAbandoned: true, queueSeconds: 17, legs: [] },
      // Connected for 193 s, of which 4 on hold.
      '780883160': {
        queueSeconds: 15,
        legs: [{ talkSeconds: 189, holdSeconds: 4, wrapSeconds: 15, talkIncludesHold: false }],
      },
    },
  },
  {
    file: 'aircall/call-history-export.2025-12.csv',
    ...{ reader: 'aircall-csv', counts: { read: 5, accepted: 5 } },
    calls: {
      '3331525701': { isAbandoned: true, ivrSeconds: 62, queueSeconds: 155, legs: [] },
      '3331520692': {
        ...{ ivrSeconds: 15, queueSeconds: 29, reps: ['Agent One'] },
        legs: [{ talkSeconds: 486, talkIncludesHold: true, endedBy: 'rep' }],
      },
      '3331499415': { ivrSeconds: 6, legs: [{ talkSeconds: 375, endedBy: 'customer' }] },
      '3331497585': { direction: 'outbound', legs: [{ ringSeconds: 7, talkSeconds: 191 }] },
      '3332594017': { isAbandoned: true, queueSeconds: 26, ivrSeconds: null },
    },
  },
]

const threeCx: Sample[] = [
  {
    file: '3cx/v20-cdroutput.two-calls.csv',
    ...{ reader: '3cx-v20', counts: { read: 50, accepted: 2 } },
    calls: {
      '00000000-01dc-9a69-1dbd-72c400000ef0': {
        ...{
          queue: '900',
          queueSeconds: 7,
          reps: ['100', '139', '162'],
          startedAt: '2026-02-10T08:41:57.554Z',
        },
        legs: [
          { queue: '900', talkSeconds: 57, ending: 'blind_transfer', isHandedOn: true },
          { queue: '993', talkSeconds: 54, ending: 'blind_transfer' },
          { queue: '993', talkSeconds: 121, ending: 'completed', endedBy: 'rep' },
        ],
      },
      '00000000-01dc-95e1-5c06-0f69000021e7': {
        ...{ queue: '958', queueSeconds: 214, reps: ['355', '139'] },
        // Then the voicemail took it, which is no rep.
        legs: [{ talkSeconds: 100 }, { talkSeconds: 80, ending: 'blind_transfer' }],
      },
    },
  },
  {
    file: '3cx/legacy-cdr-line.csv',
    ...{ reader: '3cx-legacy', counts: { read: 1, accepted: 1 } },
    calls: {
      '288831/4cc2c72490010000_26808': {
        ...{ startedAt: '2024-06-17T05:59:49.000Z', direction: 'outbound', reps: ['10016'] },
        legs: [{ ringSeconds: 9, talkSeconds: 25, talkIncludesHold: true }],
      },
    },
  },
]

const freeswitch: Sample[] = [
  {
    file: 'freeswitch/json_cdr.cgrates-hold-transfer.json',
    ...{ reader: 'freeswitch', counts: { read: 1, accepted: 1 } },
    // 68 s from answer to end, of which 67.139 on hold; the other party hung up.
    calls: {
      '3da8bf84-c133-4959-9e24-e72875cb33a1': {
        ...{ startedAt: '2018-01-11T10:25:44.534Z', answeredAt: '2018-01-11T10:25:47.954Z' },
        legs: [{ talkSeconds: 0, holdSeconds: 67, endedBy: 'customer' }],
      },
    },
  },
  {
    file: 'freeswitch/callcenter-member-queue-end.rpi-maker.json',
    ...{ reader: 'freeswitch', counts: { read: 1, accepted: 1 } },
    calls: {
      '503d2093-45f8-4156-bed5-10f1d387d04b': {
        ...{ queue: '3000', queueSeconds: 5, reps: ['1001'], legs: [{ talkSeconds: 4 }] },
      },
    },
  },
  {
    file: 'freeswitch/cdr_csv-two-legs.rpi-maker.csv',
    ...{ reader: 'freeswitch-csv', zone: 'Asia/Seoul', counts: { read: 2, accepted: 1 } },
    calls: {
      'd26a29f9-60e7-4df5-9eed-e42bac8c7096': {
        ...{ startedAt: '2023-10-10T23:43:13.000Z', reps: ['1001'], legs: [{ talkSeconds: 4 }] },
      },
    },
  },
  {
    // A spreadsheet has saved it anew, without the seconds.
    file: 'freeswitch/cdr_csv-Master.csv',
    ...{ reader: 'freeswitch-csv', zone: 'Asia/Shanghai' },
    ...{ counts: { read: 10, accepted: 0, refused: 10 }, calls: {} },
  },
]

const five9: Sample[] = [
  {
    file: 'five9/call-log.columns-and-values.csv',
    ...{ reader: 'five9', zone: 'America/Los_Angeles', country: 'US' },
    counts: { read: 3, accepted: 3 },
    calls: {
      '24382': {
        ...{ startedAt: '2016-10-27T21:51:34.000Z', direction: 'outbound', queue: null },
        ...{ ivrSeconds: 3, disposition: 'No Disposition', legs: [] },
      },
    },
  },
]

const talkdesk: Sample[] = [
  {
    // Its columns alone.
    file: 'talkdesk/contacts-report.header.csv',
    ...{ reader: 'talkdesk', zone: 'UTC', counts: { read: 0, accepted: 0 }, calls: {} },
  },
]

/** Every sample there is a reader for, with the values that were worked out by hand. */
export const goldenSamples: readonly Sample[] = [
  ...[
    ...asteriskSamples,
    ...amazon,
    ...genesys,
    ...aircall,
    ...threeCx,
    ...freeswitch,
    ...five9,
    ...talkdesk,
  ],
]

const cutsNothing = 'cuts the first line into columns'
const notKnown = 'of no kind that is known here'

/** Files of kinds nothing reads, and what a person is told about each. */
export const unreadSamples: readonly { file: string; says: string }[] = [
  { file: 'asterisk/testsuite-cdrlib-buggy.csv', says: cutsNothing },
  { file: 'twilio/voice-status-callback.busy.txt', says: cutsNothing },
  { file: 'twilio/voice-status-callback.completed-human.txt', says: cutsNothing },
  { file: 'zendesk-talk/calls.airbyte.jsonl', says: notKnown },
  { file: 'zendesk-talk/call_legs.airbyte.jsonl', says: notKnown },
]

/** Files whose columns a person has to describe. */
export const undescribedSamples: readonly string[] = [
  'asterisk/testsuite-CELMaster1.csv',
  'asterisk/testsuite-CELMaster2.csv',
]
