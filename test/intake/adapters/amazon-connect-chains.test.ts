import { describe, expect, it } from 'vitest'
import { amazonConnect } from '../../../server/intake/adapters/amazon-connect.ts'
import { agent, at, contact, following } from './contacts.ts'
import { recordsIn } from './reading.ts'

const records = (...documents: readonly unknown[]) => recordsIn(amazonConnect, documents)

describe('a call that was handed on', () => {
  const legs = async (...documents: readonly unknown[]) => {
    const [record, ...others] = await records(...documents)
    expect(others).toEqual([])
    return record!.legs.map(({ rep, ending, endedBy }) => [rep, ending, endedBy])
  }
  const first = (to: string, says = {}) =>
    contact({ NextContactId: 'b', Agent: agent('ana', '09:01', to), ...says })
  const second = (from: string, to: string, says = {}) =>
    following('b', 'a', { Agent: agent('bo', from, to), DisconnectTimestamp: at(to), ...says })

  it('without meeting the colleague', async () => {
    expect(await legs(first('09:06'), second('09:08', '09:20'))).toEqual([
      ['ana', 'blind_transfer', 'rep'],
      ['bo', 'completed', 'customer'],
    ])
  })

  it('after meeting the colleague', async () => {
    expect(await legs(first('09:06'), second('09:05:30', '09:20'))).toEqual([
      ['ana', 'attended_transfer', 'rep'],
      ['bo', 'completed', 'customer'],
    ])
  })

  it('and left the queue before the colleague answered: answered once, so not abandoned', async () => {
    const lost = following('b', 'a', { Agent: null, DisconnectTimestamp: at('09:12') })
    expect(await legs(first('09:06'), lost)).toEqual([['ana', 'blind_transfer', 'rep']])
    const [record] = await records(first('09:06'), lost)
    expect(record).toMatchObject({ abandoned: false, endedAt: at('09:12'), queueSeconds: 40 })
  })

  it('is one call from the first contact to the last', async () => {
    const [record] = await records(first('09:06'), second('09:08', '09:20'))
    expect(record).toMatchObject({
      ...{ externalId: 'a', startedAt: at('09:00'), endedAt: at('09:20'), answeredAt: at('09:01') },
      ...{ direction: 'inbound', queueSeconds: 40 },
    })
  })

  it('to a colleague who is only asked and never speaks to the customer: no leg', async () => {
    const asked = second('09:03', '09:04', {
      Agent: agent('bo', '09:03', '09:04', { AgentInteractionDuration: 0 }),
    })
    expect(await legs(first('09:06'), asked)).toEqual([['ana', 'completed', 'customer']])
  })

  it('to a conference from which the colleague leaves first: both have a leg', async () => {
    expect(await legs(first('09:06'), second('09:03', '09:05'))).toEqual([
      ['bo', 'completed', 'customer'],
      ['ana', 'completed', 'customer'],
    ])
  })

  it('to a conference to the end: both stayed', async () => {
    expect(await legs(first('09:06'), second('09:03', '09:06'))).toEqual([
      ['ana', 'conference', 'customer'],
      ['bo', 'conference', 'customer'],
    ])
  })

  it('to somebody outside, with the customer staying', async () => {
    const out = {
      ...{ TransferredToEndpoint: { Address: '+12025550199' }, DisconnectTimestamp: at('09:30') },
      NextContactId: null,
    }
    const legsOf = (TransferCompletedTimestamp: string) =>
      legs(first('09:06', { ...out, TransferCompletedTimestamp }))
    expect(await legsOf(at('09:06'))).toEqual([['ana', 'blind_transfer', 'rep']])
    expect(await legsOf(at('09:05'))).toEqual([['ana', 'attended_transfer', 'rep']])
  })

  it('from queue to queue before anybody answered: the waiting adds up', async () => {
    const waiting = contact({ NextContactId: 'b', Agent: null })
    const served = following('b', 'a', {
      ...{ InitiationMethod: 'QUEUE_TRANSFER', InitiationTimestamp: at('09:01') },
      ...{ Queue: { Name: 'Sales', EnqueueTimestamp: at('09:01'), Duration: 25 } },
      ...{ Agent: agent('bo', '09:01:25', '09:06') },
    })
    const [record] = await records(waiting, served)
    expect(record).toMatchObject({ queueSeconds: 65, ivrSeconds: 20, queue: 'Sales' })
    expect(record?.legs).toMatchObject([{ rep: 'bo', ending: 'completed' }])
  })

  it('to the flow that asks the customer afterwards: its answers belong to the call', async () => {
    const survey = following('b', 'a', {
      ...{ InitiationMethod: 'DISCONNECT', Agent: null, Queue: null },
      ...{ DisconnectTimestamp: at('09:07'), Attributes: { rating: '4' } },
    })
    const [record] = await recordsIn(amazonConnect, [first('09:06'), survey], {
      names: { csat: 'rating' },
    })
    expect(record).toMatchObject({ csat: { score: 4, min: 1, max: 5 }, endedAt: at('09:07') })
    expect(record?.legs).toMatchObject([{ ending: 'completed', endedBy: 'customer' }])
  })
})

describe('a callback', () => {
  const asking = contact({ Agent: null, NextContactId: 'b' })
  const callback = following('b', 'a', {
    ...{ InitiationMethod: 'CALLBACK', InitiationTimestamp: at('09:02') },
    ...{ ConnectedToSystemTimestamp: at('09:30'), Agent: agent('bo', '09:29', '09:40') },
    ...{ DisconnectTimestamp: at('09:40'), NextContactId: 'c' },
  })

  it('is a call of its own, and the customer who asked for it did not abandon', async () => {
    const [asked, called] = await records(asking, callback)
    expect(asked).toMatchObject({ externalId: 'a', direction: 'inbound', abandoned: false })
    expect(called).toMatchObject({
      externalId: 'b',
      direction: 'outbound',
      answeredAt: at('09:30'),
    })
    expect(called?.legs).toMatchObject([{ rep: 'bo' }])
  })

  it('keeps its transfers', async () => {
    const handedOn = following('c', 'b', {
      Agent: agent('cy', '09:41', '09:50'),
      DisconnectTimestamp: at('09:50'),
    })
    const [asked, called] = await records(asking, callback, handedOn)
    expect(asked?.legs).toEqual([])
    expect(called?.legs.map(({ rep, ending }) => [rep, ending])).toEqual([
      ['bo', 'blind_transfer'],
      ['cy', 'completed'],
    ])
  })
})
