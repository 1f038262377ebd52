import { type Sample } from './sample.ts'

/** Seconds since 1970, as a page has instants. */
const at = (second: number): string => new Date(second * 1_000).toISOString()

export const asteriskSamples: readonly Sample[] = [
  {
    file: 'asterisk/queue_log.atxfer-two-queues.issue759.log',
    ...{ reader: 'asterisk-queue-log', country: 'US', counts: { read: 8, accepted: 1 } },
    calls: {
      '1717397243.239826': {
        ...{ startedAt: at(1_717_397_243), answeredAt: at(1_717_397_271) },
        ...{ endedAt: at(1_717_397_570), direction: 'inbound', queue: '1501' },
        ...{ queueSeconds: 12, ivrSeconds: 16, isAbandoned: false },
        reps: ['PJSIP/7009', 'PJSIP/7051'],
        legs: [
          {
            ...{ queue: '1501', ringSeconds: 11, talkSeconds: 120, talkIncludesHold: true },
            ...{ holdSeconds: null, wrapSeconds: null, ending: 'attended_transfer' },
            ...{ answeredAt: at(1_717_397_271), endedAt: at(1_717_397_391), isHandedOn: true },
          },
          {
            ...{ queue: '1509', ringSeconds: 6, talkSeconds: 173, ending: 'completed' },
            ...{ endedBy: 'rep', endedAt: at(1_717_397_570), isHandedOn: false },
          },
        ],
      },
    },
  },
  {
    file: 'asterisk/queue_log.psy1-systemname.asteriskdocs3e.log',
    ...{ reader: 'asterisk-queue-log', country: 'US', counts: { read: 13, accepted: 1 } },
    calls: {
      'psy1-1292281041.87': {
        queueSeconds: 2,
        legs: [{ ringSeconds: 0, talkSeconds: 3_073, endedBy: 'customer' }],
      },
    },
  },
  {
    file: 'asterisk/queue_log.abandon-and-queuestart.learn-notes.log',
    ...{ reader: 'asterisk-queue-log', counts: { read: 10, accepted: 2 } },
    calls: {
      '1596512941.163': { queueSeconds: 68, isAbandoned: true, customer: null, legs: [] },
      '1596513054.164': { endedAt: null, isAbandoned: false, legs: [] },
    },
  },
  {
    file: 'asterisk/queue_log.asterisk14-2010.logchart.log',
    ...{ reader: 'asterisk-queue-log', counts: { read: 12, accepted: 2 } },
    calls: {
      '1266833925.10': { queueSeconds: 2, legs: [{ ringSeconds: null, talkSeconds: 4 }] },
      '1266833996.30': { queueSeconds: 36, legs: [{ talkSeconds: 8, endedBy: 'rep' }] },
    },
  },
  {
    file: 'asterisk/queue_log.no-calls.am1nch1k.log',
    ...{ reader: 'asterisk-queue-log', counts: { read: 12, accepted: 0 }, calls: {} },
  },
  {
    file: 'asterisk/cdr-csv-Master.csv',
    ...{ reader: 'asterisk-cdr', counts: { read: 84, accepted: 36 } },
    // Its host's clock was at UTC.
    calls: {
      '1706368044.0': {
        ...{ startedAt: '2024-01-27T15:07:24.000Z', endedAt: '2024-01-27T15:07:51.000Z' },
        legs: [],
      },
    },
  },
  {
    file: 'asterisk/cdr_custom-Master.csv',
    ...{ reader: 'asterisk-cdr', counts: { read: 14, accepted: 14 } },
    // Written as 01:51:32; the clock was three hours ahead.
    calls: {
      '1690325492.2': {
        ...{ startedAt: '2023-07-25T22:51:32.000Z', direction: 'internal', customer: null },
        ...{ reps: ['PJSIP/client2'], legs: [{ ringSeconds: 18, talkSeconds: 13 }] },
      },
    },
  },
  ...[
    { file: 'asterisk/queue_log.docs-sample.log', read: 1 },
    { file: 'asterisk/queue_log.never-exited.queuemetrics.log', read: 3 },
  ].map(({ file, read }) => ({
    ...{ file, reader: 'asterisk-queue-log', counts: { read, accepted: 0 }, calls: {} },
  })),
  {
    file: 'asterisk/testsuite-cdrlib-good.csv',
    ...{ reader: 'asterisk-cdr', counts: { read: 5, accepted: 1 }, calls: {} },
  },
  {
    file: 'asterisk/testsuite-selftest-Master.csv',
    ...{ reader: 'asterisk-cdr', counts: { read: 2, accepted: 2 }, calls: {} },
  },
]
