import { type Preset } from './preset.ts'

/** The call history as Analytics exports it; read off a real export of December 2025. */
export const aircall: Preset = {
  name: 'aircall',
  title: 'Aircall, call history (Analytics)',
  needsTimeZone: false,
  cautions: ['The issue is the branch of the menu, or the line; Aircall exports no other.'],
  mapping: {
    language: 1,
    name: 'Aircall, call history (Analytics)',
    file: { delimiter: 'auto' },
    zone: 'UTC',
    nulls: ['[No associated user]'],
    call: {
      externalId: { column: 'call id (internal)' },
      startedAt: { column: 'datetime (utc)', formats: ['iso'] },
      answeredAt: {
        note: 'Other columns show times in two zones without naming either.',
        firstOf: [
          {
            after: 'startedAt',
            plus: ['queueSeconds', 'ivrSeconds'],
            when: [{ column: 'answered', is: ['Yes'] }],
          },
          {
            after: 'startedAt',
            plus: ['queueSeconds'],
            when: [{ column: 'answered', is: ['Yes'] }],
          },
        ],
      },
      endedAt: {
        firstOf: [
          { after: 'answeredAt', plus: ['leg.talkSeconds'] },
          {
            after: 'startedAt',
            plus: ['queueSeconds', 'ivrSeconds'],
            when: [{ column: 'answered', is: ['No'] }],
          },
          {
            after: 'startedAt',
            plus: ['queueSeconds'],
            when: [{ column: 'answered', is: ['No'] }],
          },
        ],
      },
      direction: { column: 'direction' },
      queue: { firstOf: [{ column: 'ivr branch' }, { column: 'line' }] },
      issue: { firstOf: [{ column: 'ivr branch' }, { column: 'line' }] },
      customer: {
        firstOf: [
          { column: 'customer number' },
          { column: 'from', when: [{ column: 'direction', is: ['inbound'] }] },
          { column: 'to', when: [{ column: 'direction', is: ['outbound'] }] },
        ],
      },
      abandoned: {
        column: 'answered',
        map: { Yes: false, No: true },
        when: [{ column: 'direction', is: ['inbound'] }],
      },
      queueSeconds: {
        note: 'Waiting counts from the start of the call, the menu included.',
        firstOf: [
          { column: 'waiting time', formats: ['H:mm:ss', 'seconds'], minus: ['ivrSeconds'] },
          { column: 'waiting time', formats: ['H:mm:ss', 'seconds'] },
        ],
      },
      ivrSeconds: { column: 'time in ivr', formats: ['H:mm:ss', 'seconds'] },
      disposition: { label: { column: 'tags' } },
      recordingUrl: { column: 'recording' },
    },
    leg: {
      when: [{ column: 'answered', is: ['Yes'] }],
      rep: { column: 'user' },
      answeredAt: { after: 'answeredAt' },
      endedAt: { after: 'answeredAt', plus: ['leg.talkSeconds'] },
      ringSeconds: { column: 'time to answer', formats: ['H:mm:ss', 'seconds'] },
      talkSeconds: { column: 'duration (in call)', formats: ['seconds', 'H:mm:ss'] },
      talkIncludesHold: { constant: true },
      endedBy: { column: 'disconnected by', map: { agent: 'rep', external: 'customer' } },
    },
  },
}
