import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { at, id, readText, ten } from './asterisk-lines.ts'
import { call, complete, connect, enter, only, read } from './queue-log-call.ts'

describe('lines that tell of no call', () => {
  it('are ignored under a rule, and calls without an end stay open', () => {
    const { records, ignored, refused } = read([
      '1|NONE|NONE|NONE|CONFIGRELOAD|',
      '2|MANAGER|sales|PJSIP/701|ADDMEMBER|',
      '2|NONE|NONE|PJSIP/701|PAUSEALL|lunch',
      '3|1.1|sales|NONE|FULL|',
      '3|REALTIME|sales|PJSIP/701|PENALTY|5',
      enter(),
    ])
    expect({ records, refused }).toEqual({ records: [], refused: [] })
    expect(ignored).toEqual({ system_event: 1, agent_state: 3, unknown_event: 1, still_open: 1 })
  })

  it('for a day leave a call without an end; who answered it is told all the same', () => {
    const other = id(1, 5)
    const { records, ignored } = read([
      enter(),
      connect,
      `12|${other}|sales|NONE|ENTERQUEUE||4930555002|1`,
      `86423|NONE|NONE|NONE|CONFIGRELOAD|`,
    ])
    expect(ignored).toEqual({ never_ended: 1, system_event: 1 })
    expect(records).toMatchObject([
      {
        externalId: call,
        endedAt: null,
        legs: [{ rep: 'PJSIP/701', talkSeconds: null, ending: null }],
      },
    ])
  })
})

describe('lines that are broken', () => {
  it.each([
    ['nothing between bars', 'malformed_line', null],
    ['yesterday|1.1|q|NONE|ENTERQUEUE|', 'field_invalid', 'startedAt'],
    [`${ten + 90 * 86_400}|1.1|q|NONE|ENTERQUEUE|`, 'in_the_future', 'startedAt'],
    [`${ten}|${call}|q|NONE||`, 'malformed_line', null],
    [`${ten}|${call}|q|J\uFFFDrg|CONNECT|1|1.1|1`, 'malformed_line', null],
    [`${ten}|NONE|q|a|CONNECT|1|1.1|1`, 'field_missing', 'externalId'],
    [`${ten}|${call}|q|NONE|CONNECT|1|1.1|1`, 'field_missing', 'legs.0.rep'],
    [`${ten}|${call}|q|NONE|RINGNOANSWER|1000`, 'field_missing', 'offers.0.rep'],
    [`${ten}|${call}|q|a|CONNECT|soon|1.1|1`, 'field_invalid', 'queueSeconds'],
    [`${ten}|${call}|q|a|COMPLETEAGENT|1|long|1`, 'field_invalid', 'legs.0.talkSeconds'],
    [`${ten}|${call}|q|a|ATTENDEDTRANSFER|1|2`, 'malformed_line', null],
    [
      `${ten}|${call}|q|a|ATTENDEDTRANSFER|BRIDGE|x|1|long|1`,
      'field_invalid',
      'legs.0.talkSeconds',
    ],
  ])('%j: %s at %s', (line, reason, field) => {
    const { records, refused, ignored } = readText(asteriskQueueLog, line)
    expect({ records, ignored }).toEqual({ records: [], ignored: {} })
    expect(refused).toMatchObject([{ reason, field, lineNumber: 1 }])
    expect(refused[0]?.message).toMatch(/\.$/)
  })

  it('with a NUL are refused, as a log has them after a power cut', () => {
    const { records, refused } = read([enter(), connect, '\0\0\0', complete()])
    expect(refused).toMatchObject([{ reason: 'malformed_line', lineNumber: 3 }])
    expect(records.length).toBe(1)
  })

  it('cost the call they would complete where its record cannot be', () => {
    const { records, refused, joined } = read([
      enter(),
      connect,
      `82|${call}|sales|PJSIP/701|COMPLETECALLER|12|700000|1`,
    ])
    expect({ records, joined }).toEqual({ records: [], joined: 2 })
    expect(refused).toMatchObject([{ lineNumber: 3, field: 'legs.0.talkSeconds' }])
  })
})

describe('what a site names', () => {
  it('OUTCALL is a rep’s own call to a customer', () => {
    const outbound = (params: string) => only([`90|${id(0)}|sales|PJSIP/701|OUTCALL|${params}`])
    expect(outbound('ANSWER|60|80|4930555003')).toMatchObject({
      ...{ direction: 'outbound', customer: '4930555003', startedAt: at(0), endedAt: at(90) },
      ...{ queueSeconds: null, ivrSeconds: null, abandoned: false },
      legs: [{ rep: 'PJSIP/701', talkSeconds: 60, answeredAt: at(30), endedAt: at(90) }],
    })
    expect(outbound('NOANSWER|0|20|4930555003')).toMatchObject({ answeredAt: null, legs: [] })
  })

  it('a pause for its reason right after a call is after-call work', () => {
    const wrapped = (pauseAt: number, reason: string) =>
      only(
        [
          ...[enter(), connect, complete()],
          `${pauseAt}|NONE|sales|PJSIP/701|PAUSE|${reason}`,
          `${pauseAt + 45}|NONE|sales|PJSIP/701|UNPAUSE|`,
        ],
        { names: { wrapReason: 'wrap' } },
      ).legs[0]?.wrapSeconds
    expect(wrapped(84, 'wrap')).toBe(45)
    expect(wrapped(92, 'wrap')).toBe(45)
    expect(wrapped(93, 'wrap')).toBeNull()
    expect(wrapped(84, 'lunch')).toBeNull()
  })

  it('the issue comes from the dialled number or an event, how it was closed from another', () => {
    const lines = [
      `9|${call}|sales|NONE|DID|49305550`,
      ...[enter(), connect, complete()],
      `90|${call}|sales|PJSIP/701|CALLSTATUS|FIXED`,
      `91|${call}|sales|PJSIP/701|TOPIC|no-internet`,
    ]
    const last = (names: Record<string, string>) => read(lines, { names }).records.at(-1)
    expect(last({ issue: 'dialled' })?.issue).toBe('49305550')
    expect(last({ issue: 'TOPIC' })?.issue).toBe('no-internet')
    expect(last({ dispositionEvent: 'CALLSTATUS' })?.disposition).toEqual({
      code: 'FIXED',
      label: null,
    })
    expect(read(lines).ignored).toEqual({ unknown_event: 2 })
    expect(last({})).toMatchObject({ issue: null })
  })

  it('a higher edition outranks the same log read before', () => {
    const versionOf = (edition: string) =>
      only([enter(), connect, complete()], { names: { edition } }).version!
    expect(versionOf('1') - versionOf('0')).toBe(2)
    expect(versionOf('not a number')).toBe(versionOf('0'))
    const shorter = only([connect, complete()], { names: { edition: '99' } }).version!
    expect(shorter).toBeLessThan(versionOf('0'))
  })
})
