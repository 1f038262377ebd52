import { describe, expect, it } from 'vitest'
import { presenceInAircall } from '../../../server/intake/presence/aircall.ts'
import { settingsWith } from '../adapters/adapter-property.ts'
import { aircallCall, epoch, user, wrapUp } from '../adapters/aircall-events.ts'
import { isMissing, sampleText } from '../adapters/sample-file.ts'
import { heldAfter, holdsForAnyDocument, holdsInAnyOrder } from './words.ts'

const settings = settingsWith()
const tell = (...documents: unknown[]) =>
  documents.flatMap((document) => presenceInAircall(document, settings))
const held = (...documents: unknown[]) => heldAfter(tell(...documents))

const ofUser = (event: string, second: number, says: Record<string, unknown> = {}) => ({
  ...{ resource: 'user', event, timestamp: epoch + second, token: 'secret' },
  data: { ...user(1, 'Ann'), available: true, availability_status: 'available', ...says },
})
const closed = { available: false, availability_status: 'unavailable' }

const story = [
  ofUser('user.connected', -600),
  ofUser('user.opened', -599),
  aircallCall('call.created', 0, { user: undefined }),
  aircallCall('call.ringing_on_agent', 3, { user: user(2, 'Ben') }),
  aircallCall('call.agent_declined', 5, { user: user(2, 'Ben') }),
  aircallCall('call.ringing_on_agent', 6),
  aircallCall('call.answered', 10),
  aircallCall('call.hold', 20),
  aircallCall('call.unhold', 30),
  aircallCall('call.hungup', 60),
  ofUser('user.wut_start', 60),
  aircallCall('call.ended', 90),
  ofUser('user.wut_end', 95),
]

describe('the webhooks of Aircall tell the floor', () => {
  it.each([
    [2, { reps: { Ann: 'available' }, calls: {} }],
    [3, { reps: { Ann: 'available' }, calls: { 41: 'waiting Help line' } }],
    [4, { reps: { Ann: 'available', Ben: 'ringing Help line 41' } }],
    [5, { reps: { Ann: 'available', Ben: 'available' } }],
    [6, { reps: { Ann: 'ringing Help line 41' }, calls: { 41: 'waiting Help line' } }],
    [7, { reps: { Ann: 'talking Help line 41' }, calls: { 41: 'answered Help line' } }],
    [8, { reps: { Ann: 'holding Help line 41' } }],
    [9, { reps: { Ann: 'talking Help line 41' } }],
    [10, { reps: { Ann: 'available' }, calls: { 41: 'ended Help line' } }],
    [11, { reps: { Ann: 'wrapping_up' } }],
    [12, { reps: { Ann: 'wrapping_up' }, calls: { 41: 'ended Help line' } }],
    [13, { reps: { Ann: 'available' } }],
  ])('how it stands after %i events of a call', (count, expected) => {
    expect(held(...story.slice(0, count))).toMatchObject(expected)
  })

  it('comes to the same in any order, with any repetition', () => {
    holdsInAnyOrder(presenceInAircall, story)
  })

  it('says who waits since when, and names the caller as their calls do', () => {
    const [waiting] = tell(aircallCall('call.created', 2, { user: undefined }))
    expect(waiting).toEqual({
      ...{ kind: 'call', source: 'phones', call: '41', state: 'waiting', queue: 'Help line' },
      ...{ at: new Date(epoch * 1000).toISOString(), customer: '+4930555001' },
    })
  })

  it('a caller who gives up has abandoned, and waits no longer', () => {
    const gone = { answered_at: null, user: null }
    expect(held(story[2], aircallCall('call.hungup', 60, gone)).calls).toEqual({
      41: 'abandoned Help line',
    })
  })

  it('a call out rings and talks, and nobody waits', () => {
    const out = { direction: 'outbound' }
    const dialled = aircallCall('call.created', 0, out)
    expect(held(dialled)).toEqual({ reps: { Ann: 'ringing Help line 41' }, calls: {} })
    expect(held(dialled, aircallCall('call.answered', 10, out))).toEqual({
      ...{ reps: { Ann: 'talking Help line 41' }, calls: {} },
    })
  })

  it('who hands on is free, and the call stays answered', () => {
    const handedOn = { transferred_by: user(1, 'Ann'), transferred_to: user(2, 'Ben') }
    const events = [...story.slice(0, 7), aircallCall('call.transferred', 40, handedOn)]
    expect(held(...events)).toMatchObject({
      ...{ reps: { Ann: 'available' }, calls: { 41: 'answered Help line' } },
    })
    const failed = aircallCall('call.unsuccessful_transfer', 45, handedOn)
    expect(held(...events, failed).reps['Ann']).toBe('talking Help line 41')
    const outside = aircallCall('call.external_transferred', 50, handedOn)
    expect(held(...events, outside)).toMatchObject({
      ...{ reps: { Ann: 'available' }, calls: { 41: 'ended Help line' } },
    })
  })

  it.each([
    ['user.closed', closed, 'away'],
    ['user.closed', { ...closed, substatus: 'Lunch' }, 'away Lunch'],
    ['user.closed.v2', { ...closed, substatus: 'Lunch' }, 'away Lunch'],
    ['user.wut_end', { ...closed, substatus: 'Training' }, 'away Training'],
    ['user.connected', { ...closed, availability_status: 'custom' }, 'away custom'],
    ['user.connected', { available: undefined, availability_status: 'custom' }, undefined],
    ['user.disconnected', {}, 'signed_out'],
    ['user.deleted', {}, 'signed_out'],
    ['user.created', {}, undefined],
  ])('%s with %j', (event, says, word) => {
    expect(held(ofUser(event, 0, says)).reps['Ann']).toBe(word)
  })

  it('names reps and queues as calls do, by what the site has chosen', () => {
    const names = { rep: 'email', queue: 'team' }
    const event = aircallCall('call.answered', 10, { teams: [{ name: 'North' }] })
    const events = presenceInAircall(event, settingsWith({ names }))
    expect(heldAfter(events).reps).toEqual({ 'rep1@example.com': 'talking North 41' })
  })

  it('wrap-up is told of the same user', () => {
    expect(held(wrapUp('start', 60, 7)).reps).toEqual({ 'Rep 7': 'wrapping_up' })
  })

  it.each([{}, null, 'call.answered', aircallCall('number.opened', 0), { event: 'call.answered' }])(
    'says nothing of %j',
    (document) => {
      expect(tell(document)).toEqual([])
    },
  )

  it('survives whatever it is sent', () => {
    holdsForAnyDocument(presenceInAircall, story)
  })

  it.skipIf(isMissing)('nobody talks or waits after the events of a real day', () => {
    const events = JSON.parse(sampleText('aircall/webhooks.37-events.json')) as unknown[]
    expect(held(...events)).toEqual({
      calls: {
        '780836754': 'abandoned Demo Product number',
        '780883160': 'ended Demo Product number',
        '782972196': 'abandoned Demo Product number',
      },
      reps: {
        'Demo Test RrNuYErJ74': 'signed_out',
        'Demo Test FuPPaYFelC': 'signed_out',
        'Rep One': 'available',
      },
    })
  })
})
