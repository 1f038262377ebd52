import { type Preset } from './preset.ts'

const duration = ['seconds', 'H:mm:ss'] as ('seconds' | 'H:mm:ss')[]

/**
 * The report "Contacts". Only its columns are known for certain, not how real rows are written: an
 * ambiguous way of writing dates is refused rather than guessed.
 */
export const talkdesk: Preset = {
  name: 'talkdesk',
  title: 'Talkdesk, report "Contacts"',
  needsTimeZone: true,
  cautions: [
    'Look at the preview closely: this preset was made from the columns of the report alone.',
    'A part of a call after a transfer is a row of its own; it is ignored by a rule, so that no customer seems to have called twice.',
    'The zone is the one the report was made in.',
  ],
  mapping: {
    language: 1,
    name: 'Talkdesk, report "Contacts"',
    file: { delimiter: 'auto' },
    ignore: [
      {
        rule: 'part after a transfer',
        when: [{ column: 'Transfer In (Yes / No)', is: ['Yes', 'yes', 'true', 'TRUE'] }],
      },
      {
        rule: 'damaged at the source',
        when: [{ column: 'Data Status (Valid / Damaged)', is: ['Damaged', 'damaged'] }],
      },
    ],
    call: {
      externalId: { firstOf: [{ column: 'Interaction ID' }, { column: 'Contact ID' }] },
      startedAt: { column: 'Started At', formats: ['iso'] },
      answeredAt: {
        firstOf: [
          { column: 'Answered At', formats: ['iso'] },
          { column: 'Connected At', formats: ['iso'] },
        ],
      },
      endedAt: { column: 'Finished At', formats: ['iso'] },
      direction: {
        column: 'Direction',
        map: {
          ...{ Inbound: 'inbound', In: 'inbound', IN: 'inbound' },
          ...{ Outbound: 'outbound', Out: 'outbound', OUT: 'outbound' },
          ...{ Internal: 'internal' },
        },
      },
      queue: { firstOf: [{ column: 'Handling Ring Groups' }, { column: 'Ring Groups' }] },
      issue: { firstOf: [{ column: 'Handling Ring Groups' }, { column: 'Ring Groups' }] },
      customer: { column: 'Contact Person Number' },
      abandoned: {
        firstOf: [
          { constant: false, when: [{ column: 'Talk Time', isNot: [null, '0', '00:00:00'] }] },
          { constant: true, when: [{ column: 'Abandon Time', isNot: [null, '0', '00:00:00'] }] },
        ],
      },
      queueSeconds: { column: 'Wait Time', formats: duration },
    },
    leg: {
      rep: { column: 'User Name' },
      answeredAt: { after: 'answeredAt' },
      endedAt: { after: 'endedAt' },
      ringSeconds: { column: 'Ring Time', formats: duration },
      talkSeconds: { column: 'Talk Time', formats: duration },
      holdSeconds: { column: 'Hold Time', formats: duration },
      wrapSeconds: { column: 'After Call Work Time', formats: duration },
      ending: {
        firstOf: [
          {
            column: 'Transfer Out Type',
            map: { Blind: 'blind_transfer', Warm: 'attended_transfer' },
            otherwise: null,
          },
          {
            constant: 'blind_transfer',
            when: [{ column: 'Transfer Out (Yes/No)', is: ['Yes', 'yes', 'true', 'TRUE'] }],
          },
        ],
      },
      endedBy: {
        column: 'Disconnected By Agent',
        map: { Yes: 'rep', yes: 'rep', true: 'rep', TRUE: 'rep' },
        otherwise: null,
      },
    },
  },
}
