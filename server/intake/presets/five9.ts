import { type Preset } from './preset.ts'

const hasTalk = [{ column: 'TALK TIME', isNot: [null, '00:00:00', '0:00:00'] }]

/** The report "Call Log"; its columns are chosen by whoever makes it. */
export const five9: Preset = {
  name: 'five9',
  title: 'Five9, report "Call Log"',
  needsTimeZone: true,
  cautions: [
    'The issue is the skill, or the campaign; the report has no other.',
    'The zone is the one the report was made in, as its settings in Five9 say.',
  ],
  mapping: {
    language: 1,
    name: 'Five9, report "Call Log"',
    file: { delimiter: 'auto' },
    nulls: ['[None]', '[Deleted]'],
    call: {
      externalId: { column: 'CALL ID' },
      startedAt: {
        column: 'TIMESTAMP',
        formats: ['ddd, DD MMM YYYY HH:mm:ss', 'ddd, D MMM YYYY HH:mm:ss'],
      },
      answeredAt: {
        firstOf: [
          {
            after: 'startedAt',
            plus: ['ivrSeconds', 'queueSeconds', 'leg.ringSeconds'],
            when: hasTalk,
          },
          { after: 'startedAt', plus: ['ivrSeconds', 'queueSeconds'], when: hasTalk },
        ],
      },
      direction: {
        column: 'CALL TYPE',
        map: {
          Inbound: 'inbound',
          'Queue Callback': 'inbound',
          Outbound: 'outbound',
          Autodial: 'outbound',
          Manual: 'outbound',
          Preview: 'outbound',
          Internal: 'internal',
          '3rd party': 'internal',
          '3rd party transfer': 'internal',
          '3rd party conference': 'internal',
        },
      },
      queue: { firstOf: [{ column: 'SKILL' }, { column: 'CAMPAIGN' }] },
      issue: { firstOf: [{ column: 'SKILL' }, { column: 'CAMPAIGN' }] },
      customer: {
        firstOf: [
          { column: 'ANI', when: [{ column: 'CALL TYPE', is: ['Inbound', 'Queue Callback'] }] },
          { column: 'DNIS', unless: [{ column: 'CALL TYPE', is: ['Inbound', 'Queue Callback'] }] },
        ],
      },
      abandoned: {
        column: 'ABANDONED',
        map: { '0': false, '1': true },
        when: [{ column: 'CALL TYPE', is: ['Inbound', 'Queue Callback'] }],
      },
      queueSeconds: { column: 'QUEUE WAIT TIME', formats: ['H:mm:ss'] },
      ivrSeconds: { column: 'IVR TIME', formats: ['H:mm:ss'] },
      disposition: { label: { column: 'DISPOSITION' } },
    },
    leg: {
      when: hasTalk,
      rep: { column: 'AGENT' },
      answeredAt: { after: 'answeredAt' },
      ringSeconds: { column: 'RING TIME', formats: ['H:mm:ss'] },
      talkSeconds: { column: 'TALK TIME', formats: ['H:mm:ss'] },
      holdSeconds: { column: 'HOLD TIME', formats: ['H:mm:ss'] },
      wrapSeconds: { column: 'AFTER CALL WORK TIME', formats: ['H:mm:ss'] },
    },
  },
}
