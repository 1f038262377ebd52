import { describe, expect, it } from 'vitest'
import { freeswitch } from '../../../server/intake/adapters/freeswitch.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import { freeswitchOutcomes, freeswitchRecord } from './freeswitch-outcomes.ts'
import { agent, channel, member } from './freeswitch-documents.ts'

describe('a document', () => {
  const json = JSON.stringify(member())

  it.each([
    ['as a form', `cdr=${encodeURIComponent(json)}`],
    ['in base64', Buffer.from(json).toString('base64')],
    ['as a form in base64', `cdr=${encodeURIComponent(Buffer.from(json).toString('base64'))}`],
    ['as a text in JSON', JSON.stringify(json)],
  ])('may be wrapped %s', (_, body) => {
    expect(freeswitchRecord([body])).toEqual(freeswitchRecord([member()]))
    expect(freeswitchRecord([body, agent()])).toEqual(freeswitchRecord([member(), agent()]))
  })

  it('is recognized wrapped, too', () => {
    expect(freeswitch.recognizes(Buffer.from(json).toString('base64'))).toBe(true)
    expect(freeswitch.recognizes(`cdr=${encodeURIComponent(json)}`)).toBe(true)
  })

  it('keeps a percent sign that encodes nothing', () => {
    const plain = member()
    plain.variables['cc_agent'] = '100% Ann'
    expect(freeswitchRecord([plain])?.legs[0]?.rep).toBe('100% Ann')
  })

  it('of another kind is ignored by name, or refused', () => {
    const event = { 'Event-Subclass': 'callcenter::info', 'CC-Action': 'agent-state-change' }
    const queue = { ...event, 'CC-Action': 'member-queue-start' }
    const other = { 'Event-Name': 'HEARTBEAT' }
    expect(freeswitchOutcomes([event, queue, other])).toEqual([
      { kind: 'ignored', rule: 'agent_state' },
      { kind: 'ignored', rule: 'queue_event' },
      { kind: 'ignored', rule: 'unknown_event' },
    ])
    expect(freeswitchOutcomes([{ a: 1 }, 'word'])).toMatchObject([
      { kind: 'refused', reason: 'field_invalid' },
      { kind: 'refused', reason: 'malformed_json' },
    ])
  })

  it.each([
    [{ uuid: '' }, 'externalId'],
    [{ start_uepoch: '0' }, 'startedAt'],
  ])('%# without what tells the call is refused', (changes, field) => {
    expect(freeswitchOutcomes([member(changes)])[0]).toMatchObject({ kind: 'refused', field })
  })

  it('that ends before it begins is refused', () => {
    const odd = channel('a', { start: 100, end: 10 }, {})
    expect(freeswitchOutcomes([odd])[0]).toMatchObject({ kind: 'refused', reason: 'inconsistent' })
  })

  it('whatever happens to it, has an outcome, the same in any pieces', () => {
    const both = [JSON.stringify(member()), JSON.stringify(agent())]
    const texts = [both.join(''), `[${both.join(',')}]`, `cdr=${encodeURIComponent(json)}\n${json}`]
    holdsForAnyText(freeswitch, texts, settingsWith(), { numbered: true })
  })
})
