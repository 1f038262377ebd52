import { describe, expect, it } from 'vitest'
import { automaticRecognition } from '../../shared/balance/automatic-recognition.ts'
import { bestOutcome, type Evidence } from '../../shared/balance/best-outcome.ts'

const said = (source: Evidence['source'], claim: Evidence['claim'], at = 1): Evidence => ({
  source,
  claim,
  at,
  byHandler: true,
})

describe('whose word counts', () => {
  it("is the handling rep's own as a declaration, not as a verification", () => {
    expect(bestOutcome([said('rep', 'resolved')], false, false)).toMatchObject({
      outcome: 'resolved',
      source: 'rep',
      state: 'provisional',
    })
    expect(bestOutcome([said('supervisor', 'not_resolved')], true, false)).toMatchObject({
      outcome: 'resolved',
      source: 'no_repeat',
    })
  })

  it.each(['rep', 'survey'] as const)('is the later of two of the same source: %s', (source) => {
    const [yes, no] = [said(source, 'resolved', 1), said(source, 'not_resolved', 2)]
    expect(bestOutcome([yes, no], false, false).outcome).toBe('not_resolved')
    expect(bestOutcome([no, yes], false, false).outcome).toBe('not_resolved')
  })
})

describe('the end of a chain', () => {
  const recognizedAt = (position: number) =>
    automaticRecognition({ callClass: 'efficient', conflicts: [], suspect: false, position })

  it('is recognized from the third contact on, in a short call too', () => {
    expect(recognizedAt(2)).toEqual([])
    expect(recognizedAt(3)).toEqual(['chain_ended'])
  })
})
