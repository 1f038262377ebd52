import { describe, expect, it } from 'vitest'
import { freeswitch } from '../../../server/intake/adapters/freeswitch.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import { agent, channel, epochAt, member } from './freeswitch-documents.ts'
import { freeswitchOutcomes, freeswitchRecord } from './freeswitch-outcomes.ts'
import { isMissing, sampleBytes, sampleText } from './sample-file.ts'

const holdFile = 'freeswitch/json_cdr.cgrates-hold-transfer.json'
const queueFile = 'freeswitch/callcenter-member-queue-end.rpi-maker.json'

describe.skipIf(isMissing)('documents of real switches', () => {
  const recordIn = async (file: string) => {
    expect(freeswitch.recognizes(sampleText(file))).toBe(true)
    const whole = await readWhole(freeswitch, sampleBytes(file), settingsWith())
    expect(whole).toMatchObject({ read: 1, problems: [], joined: 0, ignoredByRule: {} })
    return whole.records[0]?.record
  }

  it('a call within the house: answered after 3 seconds, 67 of 68 on hold', async () => {
    expect(await recordIn(holdFile)).toMatchObject({
      ...{ externalId: '3da8bf84-c133-4959-9e24-e72875cb33a1', direction: 'internal' },
      ...{ startedAt: '2018-01-11T10:25:44.534Z', answeredAt: '2018-01-11T10:25:47.954Z' },
      ...{ endedAt: '2018-01-11T10:26:55.494Z', customer: null, queue: null, queueSeconds: null },
      legs: [
        {
          ...{ rep: '1001', ringSeconds: 3, holdSeconds: 67, talkSeconds: 0 },
          // The dialplan's own transfer at the start is nobody's hand-on.
          ...{ talkIncludesHold: false, ending: 'completed', endedBy: 'customer' },
        },
      ],
    })
  })

  it('a queue’s event: waited 5 seconds, talked 4', async () => {
    expect(await recordIn(queueFile)).toMatchObject({
      ...{ externalId: '503d2093-45f8-4156-bed5-10f1d387d04b', direction: 'inbound' },
      ...{ startedAt: '2023-10-11T03:42:20.907Z', answeredAt: '2023-10-11T03:42:25Z' },
      ...{ endedAt: '2023-10-11T03:42:29Z', queue: '3000', queueSeconds: 5, abandoned: false },
      customer: '19083426',
      legs: [
        {
          ...{ rep: '1001', queue: '3000', ringSeconds: 5, talkSeconds: 4 },
          ...{ holdSeconds: null, wrapSeconds: null, talkIncludesHold: true },
        },
      ],
    })
  })

  it('any damage of them has an outcome for each document, the same in any pieces', () => {
    const texts = [sampleText(holdFile), sampleText(queueFile)]
    holdsForAnyText(freeswitch, texts, settingsWith(), { numbered: true, runs: 60 })
  })
})

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

describe('a call without a queue', () => {
  const times = { start: 0, answer: 6, bridge: 6, end: 66 }
  const inside = { context: 'default', caller_id_number: '1001' }

  it('that came in is the rep’s who was called, with what they held', () => {
    const caller = channel('a', times, { bridge_uuid: 'b', dialed_user: '1002' })
    const called = channel(
      'b',
      { start: 1, answer: 6, bridge: 6, end: 66 },
      {
        ...{ originating_leg_uuid: 'a', dialed_user: '1002', hold_accum_usec: '9500000' },
        sip_hangup_disposition: 'recv_bye',
      },
    )
    expect(freeswitchRecord([caller, called])).toMatchObject({
      ...{ direction: 'inbound', queueSeconds: null, customer: '+4930555001' },
      legs: [{ rep: '1002', ringSeconds: 5, talkSeconds: 51, holdSeconds: 10, endedBy: 'rep' }],
    })
    expect(freeswitchRecord([caller])?.legs).toMatchObject([
      { rep: '1002', ringSeconds: null, talkSeconds: 60, holdSeconds: null },
    ])
  })

  it('that went out is seen from the desk phone, though the switch calls it inbound', () => {
    const out = channel(
      'a',
      times,
      { sip_from_user: '1001', last_arg: 'sofia/gateway/telco/+4930777', hold_accum_ms: '0' },
      { ...inside, destination_number: '+4930777' },
    )
    expect(freeswitchRecord([out])).toMatchObject({
      ...{ direction: 'outbound', customer: '+4930777', abandoned: false },
      legs: [{ rep: '1001', ringSeconds: 6, talkSeconds: 60, holdSeconds: 0 }],
    })
  })

  describe('whose channels were bridged before anybody answered', () => {
    const dialled = { sip_from_user: '1001', last_arg: 'sofia/gateway/telco/+4930777' }
    const outside = { ...inside, destination_number: '+4930777' }
    const gateway = { sip_gateway_name: 'telco', originating_leg_uuid: 'a' }
    const early = { start: 0, bridge: 2, end: 32 }
    const legsOf = (...documents: unknown[]) => freeswitchRecord(documents)?.legs

    it('has no talk where nobody did, as with an announcement of the network', () => {
      const out = channel('a', early, dialled, outside)
      expect(freeswitchRecord([out])).toMatchObject({ direction: 'outbound', answeredAt: null })
      expect(legsOf(out)).toEqual([])
      expect(legsOf(out, channel('b', early, gateway))).toEqual([])
      expect(legsOf(channel('a', early, { dialed_user: '1002' }))).toEqual([])
    })

    it('has talk from the answer on', () => {
      const talk = { talkSeconds: 20, ringSeconds: 12 }
      const answered = { ...early, answer: 12 }
      const out = channel('a', answered, dialled, outside)
      expect(legsOf(out)).toMatchObject([talk])
      expect(legsOf(out, channel('b', answered, gateway))).toMatchObject([talk])
      // The dialplan answers the desk phone at once; the other end answers later.
      const atOnce = channel('a', { ...early, answer: 0 }, dialled, outside)
      expect(legsOf(atOnce, channel('b', answered, gateway))).toMatchObject([talk])
      const came = channel('a', answered, { dialed_user: '1002' })
      expect(legsOf(came)).toMatchObject([{ rep: '1002', talkSeconds: 20 }])
      const called = channel('b', answered, { originating_leg_uuid: 'a', dialed_user: '1002' })
      expect(legsOf(came, called)).toMatchObject([{ rep: '1002', talkSeconds: 20 }])
    })
  })

  it('has the direction of the SIP profile it came in or goes out by', () => {
    const external = { sofia_profile_name: 'external' }
    const came = channel('a', times, { ...external, dialed_user: '1002' }, inside)
    expect(freeswitchRecord([came])?.direction).toBe('inbound')
    const calls = channel('a', times, { sip_from_user: '1001' }, inside)
    const goes = channel('b', times, { ...external, originating_leg_uuid: 'a' })
    expect(freeswitchRecord([calls])?.direction).toBe('internal')
    expect(freeswitchRecord([calls, goes])).toMatchObject({
      direction: 'outbound',
      legs: [{ rep: '1001' }],
    })
  })

  it('that was transferred after its answer was handed on', () => {
    const on = channel('a', times, {
      dialed_user: '1002',
      transfer_history: `${epochAt(30)}:x:bl_xfer:1003/default/XML`,
    })
    expect(freeswitchRecord([on])?.legs).toMatchObject([
      { rep: '1002', ending: 'blind_transfer', talkSeconds: 24 },
    ])
  })

  it('that reached nobody has no leg', () => {
    const missed = channel('a', { start: 0, end: 20 }, {})
    expect(freeswitchRecord([missed])).toMatchObject({
      direction: 'inbound',
      abandoned: true,
      legs: [],
    })
  })

  it('comes in by the contexts that the site names', () => {
    const call = channel('a', times, { dialed_user: '1002' }, { ...inside, context: 'from-telco' })
    expect(freeswitchRecord([call])?.direction).toBe('internal')
    expect(
      freeswitchRecord([call], { names: { public_contexts: 'public, from-telco' } })?.direction,
    ).toBe('inbound')
  })
})
