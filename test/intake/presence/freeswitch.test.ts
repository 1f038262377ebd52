import { describe, expect, it } from 'vitest'
import { presenceInFreeswitch } from '../../../server/intake/presence/freeswitch.ts'
import { settingsWith } from '../adapters/adapter-property.ts'
import { heldAfter, holdsForAnyDocument, holdsInAnyOrder } from './words.ts'

const settings = settingsWith({ country: 'DE' })
const tell = (...documents: unknown[]) =>
  documents.flatMap((document) => presenceInFreeswitch(document, settings))
const held = (...documents: unknown[]) => heldAfter(tell(...documents))

const began = 1_760_000_000
type Headers = Record<string, string>

/** An event of mod_callcenter so many seconds after the start. */
const event = (action: string, second: number, headers: Headers = {}): Headers => ({
  'Event-Name': 'CUSTOM',
  'Event-Subclass': 'callcenter::info',
  'Event-Date-Timestamp': String(Math.round((began + second) * 1_000_000)),
  'CC-Action': action,
  ...headers,
})
const member: Headers = {
  ...{ 'CC-Queue': 'support@default', 'CC-Member-Session-UUID': 'm1', 'CC-Member-UUID': 'x' },
  ...{ 'CC-Member-CID-Number': '030 5550011', 'CC-Member-CID-Name': 'somebody' },
}
const agent: Headers = { 'CC-Agent': '1001@default' }
const both = { ...member, ...agent }
const joined = { 'CC-Member-Joined-Time': String(began) }

const story = [
  event('agent-status-change', -60, { ...agent, 'CC-Agent-Status': 'Available' }),
  event('agent-state-change', -60, { ...agent, 'CC-Agent-State': 'Waiting' }),
  event('member-queue-start', 0, member),
  event('members-count', 0.001, { 'CC-Queue': 'support@default', 'CC-Count': '1' }),
  event('agent-state-change', 1, { ...agent, 'CC-Agent-State': 'Receiving' }),
  event('agent-offering', 1.001, both),
  event('bridge-agent-start', 9, { ...both, ...joined }),
  event('agent-state-change', 9.001, { ...agent, 'CC-Agent-State': 'In a queue call' }),
  event('bridge-agent-end', 99, { ...both, ...joined }),
  event('member-queue-end', 99.001, { ...both, ...joined, 'CC-Cause': 'Terminated' }),
  event('agent-state-change', 99.002, { ...agent, 'CC-Agent-State': 'Waiting' }),
  event('agent-status-change', 200, { ...agent, 'CC-Agent-Status': 'On Break' }),
  event('agent-status-change', 900, { ...agent, 'CC-Agent-Status': 'Logged Out' }),
]

describe('events of mod_callcenter tell the floor', () => {
  it.each([
    [2, 'available', undefined],
    [4, 'available', 'waiting support'],
    [6, 'ringing support m1', 'waiting support'],
    [8, 'talking support m1', 'answered support'],
    [9, 'available', 'answered support'],
    [11, 'available', 'ended support'],
    [12, 'away On Break', 'ended support'],
    [13, 'signed_out', 'ended support'],
  ])('how it stands after %i events', (count, rep, call) => {
    const words = held(...story.slice(0, count))
    expect([words.reps['1001'], words.calls['m1']]).toEqual([rep, call])
  })

  it('comes to the same in any order, with any repetition', () => {
    holdsInAnyOrder(presenceInFreeswitch, story, settings)
  })

  it('says who waits since when, and names the caller as their calls do', () => {
    expect(tell(story[2])[0]).toEqual({
      ...{ kind: 'call', source: 'phones', call: 'm1', state: 'waiting', queue: 'support' },
      ...{ at: new Date(began * 1000).toISOString(), customer: '+49305550011' },
    })
  })

  it.each([
    ['NONE', 'abandoned support'],
    ['BREAK_OUT', 'abandoned support'],
    ['TIMEOUT', 'ended support'],
    ['NO_AGENT_TIMEOUT', 'ended support'],
    ['EXIT_WITH_KEY', 'ended support'],
  ])('a caller who leaves by %s', (why, word) => {
    const left = { ...member, 'CC-Cause': 'Cancel', 'CC-Cancel-Reason': why }
    expect(held(story[2], event('member-queue-end', 30, left)).calls).toEqual({ m1: word })
  })

  it('whose phone was not answered is free, and the caller waits on', () => {
    const failed = event('bridge-agent-fail', 20, { ...both, ...joined })
    expect(held(story[5], failed)).toEqual({
      ...{ reps: { 1001: 'available' }, calls: { m1: 'waiting support' } },
    })
  })

  it('a break during a call begins after it, where the sender adds what it knows', () => {
    const busy = { 'CC-Agent-State': 'In a queue call' }
    const pressed = event('agent-status-change', 50, {
      ...{ ...agent, ...busy, 'CC-Agent-Status': 'On Break' },
    })
    expect(held(...story.slice(0, 8), pressed).reps['1001']).toBe('talking support m1')
    const over = event('agent-state-change', 99.002, {
      ...{ ...agent, 'CC-Agent-State': 'Waiting', 'CC-Agent-Status': 'On Break' },
    })
    expect(held(...story.slice(0, 10), pressed, over).reps['1001']).toBe('away On Break')
  })

  it('who is available on demand is away after a call until they say so', () => {
    const idle = event('agent-state-change', 100, { ...agent, 'CC-Agent-State': 'Idle' })
    expect(held(...story.slice(0, 10), idle).reps['1001']).toBe('away Idle')
  })

  it('reads values that are URL-encoded', () => {
    const encoded = Object.fromEntries(
      Object.entries(story[6]!).map(([name, value]) => [name, encodeURIComponent(value)]),
    )
    expect(held(encoded)).toEqual(held(story[6]))
  })

  it('a heartbeat of the switch says that it is there', () => {
    const beat = { ...event('', 5), 'Event-Name': 'HEARTBEAT', 'Event-Subclass': '' }
    expect(tell(beat)).toEqual([
      { kind: 'alive', source: 'phones', at: new Date((began + 5) * 1000).toISOString() },
    ])
  })

  it.each([{}, null, { variables: { uuid: 'a' } }, { 'Event-Name': 'CUSTOM' }])(
    'says nothing of %j',
    (document) => {
      expect(tell(document)).toEqual([])
    },
  )

  it('survives whatever it is sent', () => {
    holdsForAnyDocument(presenceInFreeswitch, story)
  })
})
