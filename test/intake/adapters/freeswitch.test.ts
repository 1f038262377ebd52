import { describe, expect, it } from 'vitest'
import { freeswitch } from '../../../server/intake/adapters/freeswitch.ts'
import { readWhole } from '../../../server/intake/adapters/read-whole.ts'
import { holdsForAnyText, settingsWith } from './adapter-property.ts'
import { channel, epochAt } from './freeswitch-documents.ts'
import { freeswitchRecord } from './freeswitch-outcomes.ts'
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
