import { describe, expect, it } from 'vitest'
import { presenceInAmazonConnect } from '../../../server/intake/presence/amazon-connect.ts'
import { settingsWith } from '../adapters/adapter-property.ts'
import { contact } from '../adapters/contacts.ts'
import {
  agentEvent,
  available,
  clock,
  contactEvent,
  lunch,
  offered,
  offline,
  snapshot,
} from './agent-events.ts'
import { heldAfter, holdsForAnyDocument, holdsInAnyOrder } from './words.ts'

const settings = settingsWith({ names: { 'queue:q1': 'Billing' } })
const tell = (...documents: unknown[]) =>
  documents.flatMap((document) => presenceInAmazonConnect(document, settings))
const held = (...documents: unknown[]) => heldAfter(tell(...documents))
const ana = (...documents: unknown[]) => held(...documents).reps['ana']

const idle = snapshot(available)
const rings = snapshot(available, offered('CONNECTING', '10:00:00'))
const talks = snapshot(available, offered('CONNECTED', '10:00:05'))
// The vendor leaves the time of the connection where it is.
const holds = snapshot(available, offered('CONNECTED_ONHOLD', '10:00:05'))
const wraps = snapshot(available, offered('ENDED', '10:04:00'))

const story = [
  agentEvent('LOGIN', '08:00:00', idle),
  contactEvent('QUEUED', '09:59:40'),
  agentEvent('STATE_CHANGE', '10:00:00', rings, idle),
  agentEvent('STATE_CHANGE', '10:00:05', talks, rings),
  contactEvent('CONNECTED_TO_AGENT', '10:00:06', {
    agentInfo: { agentArn: 'a1', connectedToAgentTimestamp: clock('10:00:05') },
  }),
  agentEvent('STATE_CHANGE', '10:01:00', holds, talks),
  agentEvent('HEART_BEAT', '10:03:00', holds, holds),
  agentEvent('STATE_CHANGE', '10:03:30', talks, holds),
  agentEvent('STATE_CHANGE', '10:04:00', wraps, talks),
  agentEvent('STATE_CHANGE', '10:04:30', idle, wraps),
  agentEvent('STATE_CHANGE', '11:00:00', snapshot(lunch), idle),
  agentEvent('HEART_BEAT', '11:02:00', snapshot(lunch), snapshot(lunch)),
  agentEvent('LOGOUT', '17:00:00', snapshot(offline), idle),
]

describe('agent events of Amazon Connect tell the floor', () => {
  it.each([
    [1, 'available', undefined],
    [2, 'available', 'waiting Billing'],
    [3, 'ringing Billing c1', 'waiting Billing'],
    [4, 'talking Billing c1', 'answered Billing'],
    [6, 'holding Billing c1', 'answered Billing'],
    [7, 'holding Billing c1', 'answered Billing'],
    [8, 'talking Billing c1', 'answered Billing'],
    [9, 'wrapping_up Billing c1', 'answered Billing'],
    [10, 'available', 'answered Billing'],
    [11, 'away Lunch', 'answered Billing'],
    [13, 'signed_out', 'answered Billing'],
  ])('how it stands after %i events', (count, rep, call) => {
    const words = held(...story.slice(0, count))
    expect([words.reps['ana'], words.calls['c1']]).toEqual([rep, call])
  })

  it('comes to the same in any order, with any repetition', () => {
    holdsInAnyOrder(presenceInAmazonConnect, story, settings)
  })

  it('a heartbeat makes up for an event that was lost, and moves no hold that is known', () => {
    expect(ana(story[2], agentEvent('HEART_BEAT', '10:02:00', talks, talks))).toBe(
      'talking Billing c1',
    )
    const hold = tell(...story.slice(0, 7)).filter(
      (event) => event.kind === 'rep' && event.state === 'holding',
    )
    expect(hold.map(({ at }) => at)).toEqual([clock('10:01:00')])
  })

  it('a heartbeat after log-out does not bring anybody back', () => {
    expect(ana(...story, agentEvent('HEART_BEAT', '17:02:00', snapshot(offline)))).toBe(
      'signed_out',
    )
  })

  it('a change of settings during a hold moves it as little', () => {
    const change = agentEvent('STATE_CHANGE', '10:02:00', holds, holds)
    expect(tell(change).map(({ kind }) => kind)).toEqual(['call', 'alive'])
  })

  it.each([
    ['MISSED', 'away missed Billing c1'],
    ['REJECTED', 'away rejected Billing c1'],
    ['ERROR', 'away error Billing c1'],
    ['INCOMING', 'ringing Billing c1'],
    ['PAUSED', 'available'],
    ['SOMETHING_NEW', 'available'],
  ])('a contact that is %s', (state, word) => {
    expect(
      ana(agentEvent('STATE_CHANGE', '10:00:00', snapshot(available, offered(state, '10:00:00')))),
    ).toBe(word)
  })

  it('counts the call by its first contact, and a callback by its own', () => {
    const call = (says: object) =>
      ana(
        agentEvent(
          'STATE_CHANGE',
          '10:00:00',
          snapshot(
            available,
            offered('CONNECTED', '10:00:00', { InitialContactId: 'c0', ...says }),
          ),
        ),
      )
    expect(call({ InitiationMethod: 'TRANSFER' })).toBe('talking Billing c0')
    expect(call({ InitiationMethod: 'CALLBACK' })).toBe('talking Billing c1')
  })

  it('a chat is no call, unless the site says so', () => {
    const chat = agentEvent(
      'STATE_CHANGE',
      '10:00:00',
      snapshot(available, offered('CONNECTED', '10:00:00', { Channel: 'CHAT' })),
    )
    expect(ana(chat)).toBe('available')
    const both = settingsWith({ names: { channels: 'VOICE,CHAT' } })
    expect(heldAfter(presenceInAmazonConnect(chat, both)).reps['ana']).toBe('talking Billing c1')
  })

  it('knows an agent without a name by the end of their ARN, as call records do', () => {
    const { Configuration: _, ...nameless } = idle
    expect(held(agentEvent('LOGIN', '08:00:00', nameless)).reps).toEqual({ a1: 'available' })
  })

  it('says only that somebody is there where the snapshot says nothing', () => {
    expect(tell(agentEvent('HEART_BEAT', '10:00:00', {}))).toEqual([
      { kind: 'alive', source: 'phones', at: clock('10:00:00') },
    ])
  })

  it('survives whatever it is sent', () => {
    holdsForAnyDocument(presenceInAmazonConnect, story)
  })
})

describe('contact events of Amazon Connect tell the floor', () => {
  const gone = contactEvent('DISCONNECTED', '10:02:00', { disconnectTimestamp: clock('10:01:58') })

  it('who gives up has abandoned', () => {
    expect(held(story[1], gone).calls).toEqual({ c1: 'abandoned Billing' })
  })

  it('the end of a contact that was answered does not end the wait in another queue', () => {
    const ended = contactEvent('DISCONNECTED', '10:05:00', {
      agentInfo: { connectedToAgentTimestamp: clock('10:00:05') },
    })
    const onward = contactEvent('QUEUED', '10:04:50', {
      ...{ contactId: 'c2', initialContactId: 'c1', initiationMethod: 'TRANSFER' },
    })
    expect(held(...story.slice(0, 5), onward, ended).calls).toEqual({ c1: 'waiting Billing' })
  })

  it.each([
    contactEvent('QUEUED', '10:00:00', { queueInfo: { queueArn: 'arn/queue/unnamed' } }),
    contactEvent('QUEUED', '10:00:00', { queueInfo: null }),
    contactEvent('QUEUED', '10:00:00', { initiationMethod: 'CALLBACK' }),
    contactEvent('QUEUED', '10:00:00', { channel: 'TASK' }),
    contactEvent('CONTACT_DATA_UPDATED', '10:00:00'),
  ])('an event that tells of nobody who waits in a queue with a name: %#', (event) => {
    expect(tell(event).map(({ kind }) => kind)).toEqual(['alive'])
  })

  it('a contact record tells nothing of now', () => {
    expect(tell(contact())).toEqual([])
  })
})
