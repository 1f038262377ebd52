import { type Preset } from './preset.ts'

/**
 * The report "Call Logs" of the 3CX console, by what programs that read it say of it. Its rows are
 * parts of calls; where the call records themselves can be had (cdroutput), those tell more.
 */
export const threeCx: Preset = {
  name: '3cx-call-log',
  title: '3CX, report "Call Logs"',
  needsTimeZone: true,
  cautions: [
    'Look at the preview closely: this preset was made from what others write of the report.',
    'A call has a row for each phone it reached. Rows of phones that were not answered, and of queues whose call was, are ignored by rules; of a call that was handed on only the last rep stays.',
    'Answered calls have no issue in this report, so it can not be told whether those customers called again.',
    'The zone is the one the console shows.',
  ],
  mapping: {
    language: 1,
    name: '3CX, report "Call Logs"',
    file: { delimiter: 'auto' },
    columns: {
      From: { rewrite: [{ pattern: '^.*\\((\\+?\\d{6,15})\\)$', to: '$1' }] },
      To: { rewrite: [{ pattern: '^.*\\((\\+?\\d{6,15})\\)$', to: '$1' }] },
    },
    ignore: [
      { rule: 'totals', when: [{ column: 'Call Time', matches: '^Total' }] },
      { rule: 'still waiting', when: [{ column: 'Status', is: ['Waiting'] }] },
      {
        rule: 'queue of an answered call',
        when: [
          { column: 'Direction', is: ['Inbound Queue'] },
          { column: 'Status', is: ['Answered'] },
        ],
      },
      {
        rule: 'phone that was not answered',
        when: [
          { column: 'Direction', is: ['Inbound'] },
          { column: 'Status', isNot: ['Answered'] },
          { column: 'To', matches: '\\(\\d{2,5}\\)$' },
        ],
      },
    ],
    call: {
      externalId: { column: 'Call ID' },
      startedAt: { column: 'Call Time', formats: ['iso'] },
      answeredAt: {
        after: 'startedAt',
        plus: ['leg.ringSeconds'],
        when: [{ column: 'Status', is: ['Answered'] }],
      },
      endedAt: { after: 'answeredAt', plus: ['leg.talkSeconds'] },
      direction: {
        column: 'Direction',
        map: {
          Inbound: 'inbound',
          'Inbound Queue': 'inbound',
          Outbound: 'outbound',
          'Outbound Queue': 'outbound',
          Internal: 'internal',
        },
      },
      queue: { column: 'To', when: [{ column: 'Direction', is: ['Inbound Queue'] }] },
      issue: { column: 'To', when: [{ column: 'Direction', is: ['Inbound Queue'] }] },
      customer: {
        firstOf: [
          { column: 'From', when: [{ column: 'Direction', is: ['Inbound', 'Inbound Queue'] }] },
          { column: 'To', when: [{ column: 'Direction', is: ['Outbound'] }] },
        ],
      },
      abandoned: {
        column: 'Status',
        map: { Answered: false },
        otherwise: true,
        when: [{ column: 'Direction', is: ['Inbound', 'Inbound Queue'] }],
      },
    },
    leg: {
      when: [{ column: 'Status', is: ['Answered'] }],
      rep: {
        firstOf: [
          { column: 'To', when: [{ column: 'Direction', is: ['Inbound'] }] },
          { column: 'From', when: [{ column: 'Direction', isNot: ['Inbound'] }] },
        ],
      },
      answeredAt: { after: 'answeredAt' },
      endedAt: { after: 'endedAt' },
      ringSeconds: { column: 'Ringing', formats: ['H:mm:ss', 'm:ss'] },
      talkSeconds: { column: 'Talking', formats: ['H:mm:ss', 'm:ss'] },
      talkIncludesHold: { constant: true },
    },
  },
}
