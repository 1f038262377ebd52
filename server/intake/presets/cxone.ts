import { type Preset } from './preset.ts'

const seconds = ['seconds'] as 'seconds'[]

/**
 * The data download "Call Detail" and its sisters, by the vendor's description of their columns; no
 * real file was at hand.
 */
export const cxone: Preset = {
  name: 'cxone',
  title: 'NICE CXone, data download "Call Detail"',
  needsTimeZone: true,
  cautions: [
    'Look at the preview closely: this preset was made from the description of the report.',
    'The report does not tell calls in from calls out, so all are taken for inbound. Leave outbound skills out of the report.',
    'A part of a call after a transfer is a row of its own; it is ignored by a rule, so that no customer seems to have called twice.',
    'The zone is the one the report was made in.',
  ],
  mapping: {
    language: 1,
    name: 'NICE CXone, data download "Call Detail"',
    file: { delimiter: 'auto' },
    columns: { Agent_Name: { nulls: ['N/A'] } },
    ignore: [
      {
        rule: 'no phone call',
        when: [
          {
            column: 'Media_Name',
            matches: '^(Chat|E-?[Mm]ail|Work ?[Ii]tem|Voice ?[Mm]ail|Social|Digital)',
          },
        ],
      },
      {
        rule: 'part after a transfer',
        when: [
          { column: 'Contact_ID', differsFrom: 'Master_Contact_ID' },
          { column: 'Master_Contact_ID', isNot: [null, '0'] },
        ],
      },
    ],
    call: {
      externalId: { column: 'Contact_ID' },
      startedAt: {
        template: '{Start_Date} {Start_Time}',
        formats: ['MM/DD/YYYY H:mm:ss', 'M/D/YYYY H:mm:ss', 'M/D/YYYY h:mm:ss A'],
      },
      answeredAt: {
        after: 'startedAt',
        plus: ['ivrSeconds', 'queueSeconds'],
        when: [{ column: 'Agent_Name', isNot: [null] }],
      },
      direction: { constant: 'inbound' },
      queue: { column: 'Skill_Name' },
      issue: { column: 'Skill_Name' },
      customer: { column: 'ANI_DIALNUM' },
      abandoned: { column: 'Abandon', map: { Y: true, N: false } },
      queueSeconds: { column: 'InQueue', formats: seconds },
      ivrSeconds: { column: 'PreQueue', formats: seconds },
      disposition: {
        code: { firstOf: [{ column: 'Disp_Code' }, { column: 'Disposition_Code' }] },
        label: { firstOf: [{ column: 'Disp_Name' }, { column: 'Disposition_Name' }] },
      },
    },
    leg: {
      rep: { column: 'Agent_Name' },
      answeredAt: { after: 'answeredAt' },
      talkSeconds: { column: 'Agent_Time', formats: seconds },
      talkIncludesHold: { constant: true },
      wrapSeconds: {
        firstOf: [
          { column: 'ACW_Seconds', formats: seconds },
          { column: 'ACW_Time', formats: seconds },
        ],
      },
    },
  },
}
