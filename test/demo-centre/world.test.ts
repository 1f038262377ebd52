import { describe, expect, it, vi } from 'vitest'
import { checkCallRecord } from '../../shared/calls/check-call-record.ts'
import { asRecord } from '../../server/demo-centre/world/as-record.ts'
import { instantWriter } from '../../server/demo-centre/world/calendar.ts'
import { type Character } from '../../server/demo-centre/world/characters.ts'
import { partEndsAt } from '../../server/demo-centre/world/conversation.ts'
import { handleOf } from '../../server/demo-centre/world/leg-times.ts'
import { peopleOf } from '../../server/demo-centre/world/people.ts'
import { queues } from '../../server/demo-centre/world/queues.ts'
import { lastPart, type SimulatedCall } from '../../server/demo-centre/world/simulated-call.ts'
import { callsOf, firstDay } from './ninety-days.ts'

/** A busy machine takes several times as long as an idle one. */
vi.setConfig({ testTimeout: 60_000 })

const calls = callsOf(7, 90)
type Answered = SimulatedCall & { answered: NonNullable<SimulatedCall['answered']> }
const answered = calls.filter((call): call is Answered => call.answered !== null)

const daySeconds = 86_400
const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.filter(holds).length / items.length
const by = (character: Character) =>
  answered.filter(({ answered: of }) => lastPart(of).rep.character === character)
const resolvedShare = (some: readonly Answered[]) => share(some, (call) => call.answered.isResolved)
const dayInWorld = ({ attempt }: SimulatedCall) => Math.floor(attempt.at / daySeconds) - firstDay

/** When each customer and issue is next heard of, by call. */
function nextStarts(): Map<SimulatedCall, number> {
  const next = new Map<SimulatedCall, number>()
  const last = new Map<string, SimulatedCall>()
  for (const call of calls) {
    const { customer, issue, queue, direction } = call.attempt
    if (customer.account === null || direction !== 'inbound') continue
    const key = `${customer.account} ${queue.name} ${issue.name}`
    const before = last.get(key)
    if (before) next.set(before, call.attempt.at)
    last.set(key, call)
  }
  return next
}
const next = nextStarts()

/** As METHOD 4.1 sees it: the same customer about the same issue within so many days. */
const returnsWithin = (call: SimulatedCall, days: number) =>
  (next.get(call) ?? Infinity) - call.attempt.at < days * daySeconds
const linkable = answered.filter(
  (call) =>
    call.attempt.customer.account !== null &&
    call.attempt.direction === 'inbound' &&
    dayInWorld(call) < 82,
)

describe('the simulated centre', () => {
  it('has 60 reps in 5 teams, 8 queues of 3 to 6 issues, and every kind of rep', () => {
    const people = peopleOf(7)
    expect(people).toHaveLength(60)
    expect(new Set(people.map(({ name }) => name)).size).toBe(60)
    expect(new Set(people.map(({ alias }) => alias)).size).toBe(60)
    expect(new Set(people.map(({ team }) => team)).size).toBe(5)
    expect(people.filter(({ isOnRoster }) => !isOnRoster)).toHaveLength(3)
    const count = (character: Character) =>
      people.filter((rep) => rep.character === character).length
    expect(count('patient_fixer')).toBe(8)
    expect(count('quick_brush_off')).toBe(5)
    expect(count('beginner')).toBe(8)
    expect(queues).toHaveLength(8)
    for (const queue of queues) {
      expect(queue.issues.length).toBeGreaterThanOrEqual(3)
      expect(queue.issues.length).toBeLessThanOrEqual(6)
    }
    expect(
      new Set(answered.flatMap((call) => call.answered.parts.map(({ rep }) => rep.place))).size,
    ).toBe(60)
  })

  it.each([1, 2, 3])('takes about 150,000 calls in 90 days, with seed %i', (seed) => {
    const count = callsOf(seed, 90).length
    expect(count).toBeGreaterThan(142_500)
    expect(count).toBeLessThan(157_500)
  })

  it('tells only records that the API takes, each under its own name, in order', () => {
    const instant = instantWriter()
    const now = (firstDay + 90) * daySeconds * 1_000
    const problems: unknown[] = []
    const names = new Set<string>()
    let isInOrder = true
    let startedAt = ''
    for (const call of calls) {
      const record = asRecord(call, 'last', instant)
      const { problem } = checkCallRecord(record, now)
      if (problem) problems.push(problem)
      names.add(record.externalId)
      isInOrder &&= record.startedAt >= startedAt
      startedAt = record.startedAt
    }
    expect(problems).toEqual([])
    expect(names.size).toBe(calls.length)
    expect(isInOrder).toBe(true)
  })

  it('has legs where somebody answered and none where the caller left', () => {
    const instant = instantWriter()
    const contradictory = calls
      .map((call) => asRecord(call, 'last', instant))
      .filter(
        ({ abandoned, legs, answeredAt }) =>
          abandoned !== (legs.length === 0) || abandoned !== (answeredAt === undefined),
      )
    expect(contradictory).toEqual([])
    expect(share(calls, (call) => call.answered === null)).toBeGreaterThan(0.06)
    expect(share(calls, (call) => call.answered === null)).toBeLessThan(0.105)
  })

  it('has the ordinary share of everything else', () => {
    const shareOf = (holds: (call: Answered) => boolean) => share(answered, holds)
    expect(share(calls, ({ attempt }) => attempt.customer.account === null)).toBeCloseTo(0.06, 1.5)
    expect(shareOf(({ answered: { parts } }) => parts.length > 1)).toBeCloseTo(0.11, 1.5)
    expect(share(calls, ({ attempt }) => attempt.direction === 'outbound')).toBeCloseTo(0.03, 2)
    expect(shareOf(({ firstKnownAt }) => firstKnownAt !== null)).toBeCloseTo(0.04, 2)
    expect(share(calls, ({ offer }) => offer !== null)).toBeCloseTo(0.05, 1.5)
    const endings = new Set(
      answered.flatMap((call) => call.answered.parts.map((part) => part.ending)),
    )
    expect([...endings].sort()).toEqual(
      ['attended_transfer', 'blind_transfer', 'completed', 'conference', 'lost'].sort(),
    )
    const neutral = shareOf((call) => call.answered.parts.some((part) => part.isNeutral))
    expect(neutral).toBeGreaterThan(0.005)
    expect(neutral).toBeLessThan(0.03)
    expect(new Set(calls.map((call) => call.attempt.audience)).size).toBe(3)
  })

  it('never has a rep in two calls at once', () => {
    const busyUntil = new Map<number, number>()
    const parts = answered.flatMap((call) => call.answered.parts)
    const doubled = parts
      .sort((one, other) => one.answeredAt - other.answeredAt)
      .filter((part) => {
        const isDoubled = part.answeredAt < (busyUntil.get(part.rep.place) ?? 0)
        busyUntil.set(part.rep.place, partEndsAt(part))
        return isDoubled
      })
    expect(doubled).toEqual([])
  })

  it('is busy at ten and after three, quieter at weekends, and never dead', () => {
    const perHour = Array.from({ length: 90 * 24 }, () => 0)
    for (const { attempt } of calls) {
      const hour = Math.floor((attempt.at - firstDay * daySeconds) / 3_600)
      perHour[hour] = (perHour[hour] ?? 0) + 1
    }
    const mean = (of: (weekday: number, hour: number) => boolean) => {
      const some = perHour.filter((_, nth) => of(Math.floor(nth / 24) % 7, nth % 24))
      return some.reduce((sum, one) => sum + one, 0) / some.length
    }
    const weekday = (hour: number) => mean((day, at) => day < 5 && at === hour)
    expect(weekday(10)).toBeGreaterThan(weekday(12))
    expect(weekday(15)).toBeGreaterThan(weekday(12))
    expect(weekday(10)).toBeGreaterThan(130)
    expect(mean((day) => day >= 5)).toBeLessThan(0.75 * mean((day) => day < 5))
    expect(mean((_, hour) => hour < 6)).toBeLessThan(0.2 * weekday(10))
    expect(Math.min(...perHour)).toBeGreaterThan(0)
  })
})

describe('handle times', () => {
  const moments = (values: readonly number[]) => {
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length)
    const skewness = values.reduce((sum, x) => sum + ((x - mean) / sd) ** 3, 0) / values.length
    return { sd, skewness }
  }

  it('are log-normal within an issue', () => {
    const ordinary = by('average').filter(
      (call) => call.answered.manner === 'worked_on' && call.answered.parts.length === 1,
    )
    for (const issue of queues.flatMap((queue) => queue.issues)) {
      const times = ordinary
        .filter((call) => call.attempt.issue === issue)
        .map((call) => handleOf(lastPart(call.answered).times))
      const { sd, skewness } = moments(times.map(Math.log))
      expect(times.length).toBeGreaterThan(300)
      expect(Math.abs(skewness)).toBeLessThan(0.35)
      expect(sd).toBeGreaterThan(0.55)
      expect(sd).toBeLessThan(0.95)
      expect(moments(times).skewness).toBeGreaterThan(1)
    }
  })

  it('are nearly twice as long where a patient fixer meets a hard issue', () => {
    const geometric = (some: readonly Answered[]) => {
      const hard = some.filter(
        (call) => call.attempt.issue.name === 'no-internet' && call.answered.manner === 'worked_on',
      )
      const logs = hard.map((call) => Math.log(handleOf(lastPart(call.answered).times)))
      return Math.exp(logs.reduce((sum, x) => sum + x, 0) / logs.length)
    }
    const ratio = geometric(by('patient_fixer')) / geometric(by('average'))
    expect(ratio).toBeGreaterThan(1.5)
    expect(ratio).toBeLessThan(2.1)
  })
})

describe('what customers do next', () => {
  it('brush-offs come back, nearly all and within two days', () => {
    const brushedOff = linkable.filter((call) => call.answered.manner === 'brushed_off')
    expect(brushedOff.length).toBeGreaterThan(3_000)
    expect(
      Math.max(...brushedOff.map((call) => handleOf(lastPart(call.answered).times))),
    ).toBeLessThan(30)
    expect(share(brushedOff, (call) => returnsWithin(call, 2))).toBeGreaterThan(0.82)
    const others = linkable.filter((call) => call.answered.manner === 'worked_on')
    expect(share(others, (call) => returnsWithin(call, 2))).toBeLessThan(0.25)
  })

  it('about half of those who return within the week do so on the first day', () => {
    const returning = linkable.filter(
      (call) => call.answered.manner === 'worked_on' && returnsWithin(call, 7),
    )
    const onDay = (day: number) =>
      share(returning, (call) => returnsWithin(call, day) && !returnsWithin(call, day - 1))
    expect(onDay(1)).toBeGreaterThan(0.4)
    expect(onDay(1)).toBeLessThan(0.55)
    expect(onDay(2)).toBeGreaterThan(onDay(4))
    expect(onDay(4)).toBeGreaterThan(onDay(7))
    expect(onDay(7)).toBeGreaterThan(0)
  })

  it('stays resolved more often with patient fixers, less often with brush-offs', () => {
    const stays = (character: Character) =>
      1 -
      share(
        linkable.filter((call) => lastPart(call.answered).rep.character === character),
        (call) => returnsWithin(call, 7),
      )
    expect(stays('patient_fixer')).toBeGreaterThan(stays('average') + 0.06)
    expect(stays('quick_brush_off')).toBeLessThan(stays('average') - 0.12)
  })

  it('beginners resolve more, and faster, as they learn', () => {
    const beginners = by('beginner').filter(
      (call) => lastPart(call.answered).rep.hiredOn < 10 && call.answered.manner === 'worked_on',
    )
    const early = beginners.filter((call) => dayInWorld(call) < 25)
    const late = beginners.filter((call) => dayInWorld(call) >= 65)
    expect(resolvedShare(late)).toBeGreaterThan(resolvedShare(early) + 0.12)
    const time = (some: readonly Answered[]) =>
      some.reduce((sum, call) => sum + Math.log(handleOf(lastPart(call.answered).times)), 0) /
      some.length
    expect(time(late)).toBeLessThan(time(early) - 0.15)
    const average = by('average').filter((call) => call.answered.manner === 'worked_on')
    const change =
      resolvedShare(average.filter((call) => dayInWorld(call) >= 65)) -
      resolvedShare(average.filter((call) => dayInWorld(call) < 25))
    expect(Math.abs(change)).toBeLessThan(0.02)
  })

  it('some call often, most do not', () => {
    const counts = new Map<string, number>()
    for (const { attempt } of calls) {
      const { account } = attempt.customer
      if (account !== null) counts.set(account, (counts.get(account) ?? 0) + 1)
    }
    const all = [...counts.values()]
    expect(share(all, (count) => count >= 6)).toBeGreaterThan(0.05)
    expect(share(all, (count) => count <= 3)).toBeGreaterThan(0.6)
    expect(Math.max(...all)).toBeLessThan(120)
  })
})
