import { describe, expect, it } from 'vitest'
import { genesysCloud } from '../../../server/intake/adapters/genesys-cloud.ts'
import {
  after,
  conversation,
  customer,
  menu,
  party,
  queue,
  rep,
  segment,
  session,
} from './conversations.ts'
import { recordsIn } from './reading.ts'

async function recordOf(participants: Record<string, unknown>[], says = {}, names = {}) {
  const [record] = await recordsIn(genesysCloud, [conversation(participants, says)], { names })
  return record!
}

describe('who has no leg', () => {
  const legsWith = async (...others: Record<string, unknown>[]) => {
    const record = await recordOf([customer(360), rep('ana'), ...others])
    return { reps: record.legs.map((leg) => leg.rep), offers: record.offers }
  }

  it.each(['coachedParticipantId', 'monitoredParticipantId', 'bargedParticipantId'])(
    'who stands beside: %s',
    async (field) => {
      const { reps, offers } = await legsWith(rep('lead', { [field]: 'agent party' }))
      expect({ reps, offers }).toEqual({ reps: ['ana'], offers: [] })
    },
  )

  it('a colleague who was asked and left before the asker did', async () => {
    const asked = { peerId: 'session of ana', from: 100, to: 160 }
    expect((await legsWith(rep('bo', asked))).reps).toEqual(['ana'])
    expect((await legsWith(rep('bo', { ...asked, to: 500 }))).reps).toEqual(['ana', 'bo'])
  })

  it.each([
    [
      'did not answer',
      { tAlert: 12_500, tNotResponding: 12_500, tAcw: 57_000 },
      'client',
      'no_answer',
    ],
    ['pressed it away', { tAlert: 12_500 }, 'client', 'rejected'],
    ['whose caller left', { tAlert: 12_500 }, 'peer', 'caller_left'],
    ['is not known of', { tAlert: 12_500 }, 'system', 'unknown'],
  ])('who %s was offered the call', async (_, values, disconnectType, result) => {
    const ringing = [segment('alert', 30, 42.5, { queueId: 'q1', disconnectType })]
    const { reps, offers } = await legsWith(
      party('agent', [session(ringing, values)], { userId: 'bo' }),
    )
    expect(reps).toEqual(['ana'])
    expect(offers).toEqual([{ rep: 'bo', queue: 'q1', ringSeconds: 13, result }])
  })
})

describe('a call that nobody answered', () => {
  it('was abandoned in the queue', async () => {
    const record = await recordOf([customer(90), menu, queue(90, { tAbandon: 70_000 })])
    expect(record).toMatchObject({ abandoned: true, answeredAt: null, queueSeconds: 70, legs: [] })
  })

  it.each([
    ['ended in the menu', [menu]],
    ['was taken from the queue by a flow', [queue(90, { tFlowOut: 70_000 })]],
    ['went to voice mail', [queue(90), party('voicemail', [session([], {})])]],
  ])('was not abandoned where it %s', async (_, others) => {
    expect(await recordOf([customer(90), ...others])).toMatchObject({ abandoned: false, legs: [] })
  })
})

describe('directions and customers', () => {
  it('a call out is to the number that was dialled', async () => {
    const out = customer(360, { direction: 'outbound', dnis: 'tel:+4930777777' })
    const record = await recordOf([rep('ana'), out], { originatingDirection: 'outbound' })
    expect(record).toMatchObject({ direction: 'outbound', customer: '+4930777777' })
  })

  it('a call between colleagues is internal', async () => {
    const record = await recordOf([rep('ana'), rep('bo', { peerId: 'session of ana' })])
    expect(record).toMatchObject({ direction: 'internal', customer: null })
    expect(record.legs).toHaveLength(2)
  })

  it('a callback is one call with what was asked for, and its talk is counted once', async () => {
    const called = session(
      [segment('interact', 900, 1000, { disconnectType: 'peer' })],
      { tTalk: 100_000 },
      { sessionId: 'call', direction: 'outbound' },
    )
    const asked = session(
      [segment('alert', 880, 890), segment('interact', 890, 1000), segment('wrapup', 1000, 1010)],
      { tAlert: 10_000, tAnswered: 800_000, tTalk: 110_000, tAcw: 10_000 },
      { sessionId: 'callback', mediaType: 'callback', callbackNumbers: ['+4930123456'] },
    )
    const record = await recordOf([
      customer(90, { ani: 'sip:anonymous@example.com' }),
      queue(90),
      party('agent', [asked, called], { userId: 'ana' }),
    ])
    expect(record).toMatchObject({
      direction: 'inbound',
      abandoned: false,
      customer: '+4930123456',
    })
    expect(record.legs).toMatchObject([{ talkSeconds: 100, wrapSeconds: 10, ringSeconds: 10 }])
  })

  it('who writes is known as a contact, who hides their number is nobody', async () => {
    const contact = { externalContactId: 'contact 7' }
    const message = { mediaType: 'message', ani: null }
    const written = [customer(360, message, contact), rep('ana', { mediaType: 'message' })]
    expect(await recordOf(written, {}, { media: 'message' })).toMatchObject({
      customer: 'contact 7',
    })
    const hidden = [customer(360, { ani: 'tel:anonymous' }, contact), rep('ana')]
    expect((await recordOf(hidden)).customer).toBeNull()
    // Who is called during the call sees the center's own number, which is nobody's.
    const handedOut = party('external', [
      session([], {}, { direction: 'outbound', ani: 'tel:+4930555000', dnis: 'tel:+4940777' }),
    ])
    expect((await recordOf([...hidden, handedOut])).customer).toBeNull()
  })

  it('whoever a rep calls during the call says neither when it ended nor who hung up', async () => {
    const vendor = (to: number, disconnectType: string) =>
      party('external', [
        session([segment('interact', 100, to, { disconnectType })], {}, { direction: 'outbound' }),
      ])
    const stayed = await recordOf([customer(300), rep('ana'), vendor(1200, 'peer')])
    expect(stayed.endedAt).toBe(after(300).replace('.000', ''))
    const failed = await recordOf([customer(360), rep('ana'), vendor(101, 'error')])
    expect(failed.legs[0]?.endedBy).toBe('customer')
  })
})
