import { describe, expect, it } from 'vitest'
import { type Ending } from '../../../shared/calls/words.ts'
import { contactsPerResolution } from '../../../shared/balance/contacts-per-resolution.ts'
import { handleTimePerResolution } from '../../../shared/balance/handle-time-per-resolution.ts'
import { handleTimeSummary } from '../../../shared/balance/handle-time-summary.ts'
import { linkCalls, type ModelCall } from '../model-of-linking.ts'
import { type KnownAnswers } from './known-answers-shape.ts'
import { expectSixDigits, withAnswers } from './known-answers.ts'

const endings: Record<string, Ending> = {
  end: 'completed',
  transfer: 'blind_transfer',
  conference: 'conference',
}

function modelCallOf(contact: KnownAnswers['V7_chains']['contacts'][number]): ModelCall {
  const { id, customer, issue, start, direction, legs } = contact
  return {
    id,
    customer,
    issue,
    startedAt: start,
    direction: direction === 'in' ? 'inbound' : 'outbound',
    legs: legs.map(({ rep, h, end, neutral = false }) => ({
      rep,
      handleSeconds: h,
      ending: endings[end]!,
      neutral,
    })),
  }
}

withAnswers('V7_chains', (answers) => {
  const calls = answers.contacts.map(modelCallOf)
  const times = { window: 7 * 86_400, watermarkAt: answers.watermark }
  const link = () => linkCalls(calls, times)

  it('gives a status to inbound calls only', () => {
    expect([...link().calls.keys()].sort()).toEqual(Object.keys(answers.status).sort())
  })

  describe.each(Object.entries(answers.status))('%s', (id, status) => {
    const linked = () => link().calls.get(id)!

    it('has its status, position and maturity', () => {
      expect(linked()).toMatchObject({
        status,
        position: answers.position[id],
        mature: answers.mature[id],
      })
    })

    it('has the outcome and downstream seconds of each leg', () => {
      const expected = answers.legs
        .filter(({ contact }) => contact === id)
        .map(({ leg, rep, y, downstream }) => ({
          callId: id,
          leg,
          rep,
          y,
          yFast: answers.y_fast[`${id}/${leg}`] ?? null,
          downstreamSeconds: downstream,
        }))
      expect(linked().legs).toEqual(expected)
    })
  })

  it('finds the chains with their follow-ups and totals', () => {
    const expected = answers.chains.map(({ contacts, outbound, total, closed }) => ({
      callIds: contacts,
      outboundIds: outbound,
      totalSeconds: total,
      closed,
    }))
    const { chains } = link()
    expect(chains).toHaveLength(expected.length)
    expect(chains).toEqual(expect.arrayContaining(expected))
  })

  it('knows what a resolution costs', () => {
    const closed = link().chains.filter((chain) => chain.closed)
    const contacts = closed.flatMap(({ callIds }) => callIds).length
    const legs = calls.filter(({ direction }) => direction === 'inbound').flatMap((c) => c.legs)
    expectSixDigits(handleTimePerResolution(closed.map(({ totalSeconds }) => totalSeconds)), {
      closedChains: answers.closed_chains,
      meanSeconds: answers.handle_per_resolution,
      standardErrorSeconds: answers.hpr_se,
    })
    expect(contactsPerResolution(contacts, closed.length)).toBeCloseTo(
      answers.contacts_per_resolution,
      6,
    )
    expectSixDigits(handleTimeSummary(legs.map(({ handleSeconds }) => handleSeconds)), {
      meanSeconds: answers.aht_inbound_leg,
    })
  })
})
