import { describe, expect, it } from 'vitest'
import { agent, channel, epochAt, member } from './freeswitch-documents.ts'
import { freeswitchOutcomes, freeswitchRecord } from './freeswitch-outcomes.ts'

describe('a call through a queue', () => {
  it('is told by both channels: ring and hold are the rep’s, waiting is not talk', () => {
    for (const documents of [
      [member(), agent()],
      [agent(), member()],
    ]) {
      expect(freeswitchOutcomes(documents).map(({ kind }) => kind)).toEqual(['joined', 'record'])
      expect(freeswitchRecord(documents)).toMatchObject({
        ...{ externalId: 'member', version: 2, direction: 'inbound', queue: 'support' },
        ...{ customer: '+4930555001', queueSeconds: 10, offers: [] },
        legs: [
          {
            ...{ rep: '1001', queue: 'support', ringSeconds: 6, holdSeconds: 12 },
            ...{ talkSeconds: 48, talkIncludesHold: false, ending: 'completed', endedBy: 'rep' },
          },
        ],
      })
    }
  })

  it('is told by the customer’s channel alone: hold is not known', () => {
    expect(freeswitchRecord([member()])).toMatchObject({
      version: 1,
      legs: [
        {
          ...{ rep: '1001', talkSeconds: 60, holdSeconds: null, ringSeconds: null },
          ...{ talkIncludesHold: true, endedBy: null },
        },
      ],
    })
  })

  it('is not told by the rep’s channel alone', () => {
    expect(freeswitchOutcomes([agent()])).toMatchObject([
      { kind: 'ignored', rule: 'caller_leg_missing' },
    ])
  })

  it('ended by the customer says so', () => {
    const left = member({ sip_hangup_disposition: 'recv_bye' })
    const cut = agent({ sip_hangup_disposition: 'send_bye' })
    expect(freeswitchRecord([left, cut])?.legs[0]?.endedBy).toBe('customer')
  })

  it('that went on to somebody else afterwards is theirs, too', () => {
    const onTo = { originating_leg_uuid: 'member', dialed_user: '1005' }
    const other = channel('other', { start: 72, answer: 77, bridge: 77, end: 137 }, onTo)
    const sent = member({ transfer_history: `${epochAt(71)}:x:bl_xfer:1005/default/XML` })
    expect(freeswitchRecord([sent, agent(), other])?.legs).toMatchObject([
      { rep: '1001', ending: 'blind_transfer' },
      { rep: '1005', ringSeconds: 5, talkSeconds: 60, ending: 'completed' },
    ])
    // A phone of theirs that was rung by itself is no second part.
    const second = channel('second', { start: 10, answer: 12, bridge: 12, end: 71 }, onTo)
    expect(freeswitchRecord([member(), agent(), second])?.legs).toHaveLength(1)
  })

  it('was given up only where the caller left', () => {
    const times = { start: 0, answer: 0.2, end: 72 }
    const queued = (cc_cancel_reason: string) =>
      channel('member', times, {
        ...{ cc_side: 'member', cc_queue: 'support@default', cc_cause: 'cancel' },
        ...{ cc_queue_joined_epoch: epochAt(1), cc_cancel_reason },
      })
    const wasGivenUp = (reason: string) => freeswitchRecord([queued(reason)])?.abandoned
    expect(['BREAK_OUT', 'NONE'].map(wasGivenUp)).toEqual([true, true])
    const sentOn = ['TIMEOUT', 'NO_AGENT_TIMEOUT', 'EXIT_WITH_KEY']
    expect(sentOn.map(wasGivenUp)).toEqual([false, false, false])
  })

  it('names reps who were rung without an answer', () => {
    const rung = (uuid: string, cause: string) =>
      channel(
        uuid,
        { start: 2, end: 5 },
        {
          ...{ cc_side: 'agent', cc_agent: `${uuid}@default`, cc_queue: 'support@default' },
          ...{ cc_member_session_uuid: 'member', hangup_cause: cause },
        },
      )
    const others = ['NO_ANSWER', 'USER_BUSY', 'CALL_REJECTED', 'ORIGINATOR_CANCEL'] as const
    const offered = others.map((cause, place) => rung(`10${place + 10}`, cause))
    expect(freeswitchRecord([...offered, agent(), member()])?.offers).toEqual([
      { rep: '1010', queue: 'support', ringSeconds: 3, result: 'no_answer' },
      { rep: '1011', queue: 'support', ringSeconds: 3, result: 'busy' },
      { rep: '1012', queue: 'support', ringSeconds: 3, result: 'rejected' },
      { rep: '1013', queue: 'support', ringSeconds: 3, result: 'unknown' },
    ])
  })

  it('that nobody answered was abandoned', () => {
    const gone = member({
      ...{ cc_agent: '', cc_agent_uuid: '', cc_queue_answered_epoch: '' },
      ...{ cc_queue_terminated_epoch: '', cc_queue_canceled_epoch: epochAt(21) },
    })
    expect(freeswitchRecord([gone])).toMatchObject({
      ...{ abandoned: true, answeredAt: null, queueSeconds: 20, legs: [] },
    })
  })

  it('that a second rep took over has a leg of each', () => {
    const first = agent({ cc_agent: '1000@default', uuid: 'first' })
    const second = channel(
      'agent',
      { start: 72, answer: 75, end: 95 },
      {
        ...{ cc_side: 'agent', cc_agent: '1001@default', cc_queue: 'second@default' },
        ...{ cc_member_session_uuid: 'member', hold_accum_ms: '0' },
      },
    )
    const whole = member({
      ...{ cc_queue: 'second@default', cc_queue_joined_epoch: epochAt(71) },
      ...{ cc_queue_answered_epoch: epochAt(75), cc_queue_terminated_epoch: epochAt(95) },
      transfer_history: `ARRAY::${epochAt(0)}:x:bl_xfer:800/public/XML|:${epochAt(71)}:y:att_xfer:a@x/b@y|:${epochAt(12)}:z:uuid_br:other`,
    })
    expect(freeswitchRecord([whole, first, second])?.legs).toMatchObject([
      { rep: '1000', queue: 'support', ending: 'attended_transfer', endedBy: null },
      { rep: '1001', queue: 'second', holdSeconds: 0, talkSeconds: 20, ending: 'completed' },
    ])
  })

  it('has the issue that a channel variable holds, where the site names one', () => {
    const named = member({ reason: 'no internet' })
    expect(freeswitchRecord([named], { names: { issue: 'reason' } })?.issue).toBe('no internet')
    expect(freeswitchRecord([named], { names: { issue: 'queue' } })?.issue).toBe('support')
    expect(freeswitchRecord([named])?.issue).toBeNull()
  })

  it('has more to say by its channel than by the queue’s event', () => {
    const event = {
      ...{ 'Event-Subclass': 'callcenter%3A%3Ainfo', 'CC-Action': 'member-queue-end' },
      ...{ 'CC-Member-Session-UUID': 'member', 'CC-Member-Joined-Time': epochAt(1) },
      ...{ 'CC-Queue': 'support%40default', 'CC-Cause': 'Cancel' },
      'CC-Member-Leaving-Time': epochAt(9),
    }
    expect(freeswitchRecord([event])).toMatchObject({
      ...{ version: 0, abandoned: true, queueSeconds: 8, queue: 'support', legs: [] },
    })
    expect(freeswitchOutcomes([event, member()]).map(({ kind }) => kind)).toEqual([
      'joined',
      'record',
    ])
    expect(freeswitchRecord([event, member()])).toEqual(freeswitchRecord([member()]))
  })
})
