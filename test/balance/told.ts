import { expect } from 'vitest'
import * as balance from '../../shared/balance/contract.ts'
import { type RepStanding } from '../../shared/balance/rep-standing.ts'
import { type Measure, measures } from '../../shared/balance/words.ts'
import { type CallLine } from '../../shared/calls/beside.ts'
import * as calls from '../../shared/calls/contract.ts'
import { itemsPerPageLimit, type PageOf } from '../../shared/wire/page.ts'
import { type Caller } from '../world/caller.ts'

/** What stands beside a standing and describes: time, classes, an explanation. */
type Beside = 'rep' | 'team' | 'timeIndex' | 'classes' | 'prompt' | 'ledger'
export type Standing = Omit<RepStanding, Beside>
/** By rep and measure. Whatever else the answer may come to hold belongs to it. */
export type Standings = Record<string, Record<Measure, Standing>>

export async function repsTold(reader: Caller, measure: Measure): Promise<RepStanding[]> {
  const { reps } = await reader.ask(balance.reps, { query: { measure } })
  return reps
}

export async function standingsTold(reader: Caller): Promise<Standings> {
  const standings: Standings = {}
  for (const measure of measures) {
    for (const told of await repsTold(reader, measure)) {
      const { rep, team, timeIndex, classes, prompt, ledger, ...standing } = told
      standings[rep.name] = { ...standings[rep.name], [measure]: standing } as Standings[string]
    }
  }
  return standings
}

/** Numbers alike to 1e-9, whatever they stand in; everything else the same. */
export function expectAlike(actual: object, expected: object): void {
  for (const [name, value] of Object.entries(expected)) {
    const found: unknown = actual[name as keyof typeof actual]
    if (typeof value === 'number' && typeof found === 'number') {
      expect(Math.abs(found - value), `${name}: ${found} for ${value}`).toBeLessThanOrEqual(1e-9)
    } else expect(found, name).toEqual(value)
  }
}

/** What was saved at standard cost, by rep. */
export async function ledgersTold(reader: Caller): Promise<Record<string, RepStanding['ledger']>> {
  const reps = await repsTold(reader, 'same_issue_7d')
  return Object.fromEntries(reps.map(({ rep, ledger }) => [rep.name, ledger]))
}

const limit = itemsPerPageLimit
type Place = { callId: number; legNo: number }
export const placeOf = ({ callId, legNo }: Place): string => `${callId}/${legNo}`

/** Every line of the list of calls. */
export async function linesTold(reader: Caller): Promise<CallLine[]> {
  const lines: CallLine[] = []
  let after: string | null = null
  do {
    const page: PageOf<CallLine> = await reader.ask(calls.list, { query: { limit, after } })
    lines.push(...page.items)
    after = page.next
  } while (after !== null)
  return lines
}

/** Legs to talk about with their class, in the order told. */
export async function coachingTold(reader: Caller, only: { rep?: number } = {}): Promise<string[]> {
  const { items } = await reader.ask(balance.coaching, { query: { limit, ...only } })
  return items.map((line) => `${placeOf(line)} ${line.time.class}`)
}

export type Recognized = {
  place: string
  reasons: string[]
  secondsAvoided: number | null
  isHighlighted: boolean
}

/** Recognized legs in the order told. */
export async function recognizedTold(reader: Caller): Promise<Recognized[]> {
  const { items } = await reader.ask(balance.recognitions, { query: { limit } })
  return items.map(({ call, reasons, expectedSecondsAvoided, isHighlighted }) => ({
    ...{ place: placeOf(call), reasons, isHighlighted },
    secondsAvoided: expectedSecondsAvoided,
  }))
}
