import { Compile } from 'typebox/compile'
import { describe, expect, it } from 'vitest'
import { Reflection } from '../../shared/reflections/contract.ts'
import { wordsAbout } from '../../server/demo-centre/words/bank.ts'
import { inPassing, nextTime } from '../../server/demo-centre/words/next-time.ts'
import { reflectionOn } from '../../server/demo-centre/words/reflect.ts'
import { wentWrong } from '../../server/demo-centre/words/went-wrong.ts'
import { wordsThatWorked } from '../../server/demo-centre/words/words-that-worked.ts'
import { handleOf } from '../../server/demo-centre/world/leg-times.ts'
import { queues } from '../../server/demo-centre/world/queues.ts'
import { lastPart } from '../../server/demo-centre/world/simulated-call.ts'
import { callsOf } from './ninety-days.ts'

const seed = 7
const calls = callsOf(seed, 28)
const written = calls.map((call) => reflectionOn(seed, call)).filter((one) => one !== null)
const texts = written.flatMap(({ reflection }) =>
  Object.entries(reflection).flatMap(([field, text]) =>
    field !== 'outcome' && typeof text === 'string' ? [text] : [],
  ),
)

const patterns = [
  ...queues.flatMap(({ name, issues }) =>
    issues.flatMap((issue) => Object.values(wordsAbout(name, issue.name)).flat()),
  ),
  ...wordsThatWorked,
  ...Object.values(wentWrong).flat(),
  ...Object.values(nextTime).flat(),
  ...inPassing,
]

describe('the bank of sentences', () => {
  it('has at least 150 patterns of our own, none twice, and words for every issue', () => {
    expect(new Set(patterns).size).toBe(patterns.length)
    expect(patterns.length).toBeGreaterThan(300)
    for (const { name, issues } of queues) {
      for (const issue of issues) {
        const words = wordsAbout(name, issue.name)
        expect(words.resolved.length).toBeGreaterThanOrEqual(3)
        expect(words.stuck.length).toBeGreaterThanOrEqual(2)
        expect(words.friction.length).toBeGreaterThanOrEqual(2)
      }
    }
  })

  it('names no customer: no number that could be one, no address', () => {
    for (const pattern of patterns) expect(pattern).not.toMatch(/\d{5}|@|[CBE]-\d/)
  })
})

describe('reflections', () => {
  it('are some hundreds in four weeks, by the reps who sign in, spread over the days', () => {
    expect(written.length).toBeGreaterThan(250)
    expect(written.length).toBeLessThan(700)
    expect(written.every(({ rep }) => rep.signsIn)).toBe(true)
    expect(new Set(written.map(({ rep }) => rep.place)).size).toBeGreaterThan(20)
    expect(new Set(written.map(({ call }) => Math.floor(call.attempt.at / 86_400))).size).toBe(28)
  })

  it('are what the API takes, with every slot filled', () => {
    const shape = Compile(Reflection)
    for (const { reflection } of written) expect(shape.Check(reflection)).toBe(true)
    for (const text of texts) expect(text).not.toMatch(/[{}|]|undefined|null/)
  })

  it('hardly repeat one another', () => {
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
    expect(counts.size).toBeGreaterThan(0.3 * texts.length)
    expect(Math.max(...counts.values())).toBeLessThan(0.03 * texts.length)
  })

  it('are written about long and difficult calls above all', () => {
    const byThem = calls.filter((call) => call.answered && lastPart(call.answered).rep.signsIn)
    const isLong = ({ answered, attempt }: (typeof calls)[number]) =>
      answered !== null &&
      (handleOf(lastPart(answered).times) >= 2 * attempt.issue.medianSeconds ||
        attempt.position >= 3)
    const longAmongAll = byThem.filter(isLong).length / byThem.length
    const longAmongWritten = written.filter(({ call }) => isLong(call)).length / written.length
    expect(longAmongWritten).toBeGreaterThan(2 * longAmongAll)
  })

  it('claim honestly what became of the call, except where somebody was brushed off', () => {
    const claimed = written.filter(({ rep }) => rep.character !== 'quick_brush_off')
    const failed = claimed.filter(({ call }) => call.answered?.isResolved === false)
    const asFailed = failed.filter(({ reflection }) => reflection.outcome !== 'resolved')
    expect(asFailed.length / failed.length).toBeGreaterThan(0.75)
    const brushOffs = written.filter(({ rep }) => rep.character === 'quick_brush_off')
    expect(brushOffs.length).toBeGreaterThan(0)
    expect(brushOffs.every(({ reflection }) => reflection.outcome === 'resolved')).toBe(true)
  })

  it('are shared now and then, where they say what resolved a call that was resolved', () => {
    const shared = written.filter(({ isShared }) => isShared)
    expect(shared.length).toBeGreaterThan(60)
    expect(shared.length).toBeLessThan(written.length / 2)
    expect(shared.every(({ reflection }) => reflection.whatResolvedIt)).toBe(true)
    expect(shared.every(({ call }) => call.answered?.isResolved)).toBe(true)
    expect(shared.some(({ rep }) => rep.character === 'quick_brush_off')).toBe(false)
  })

  it('are the same for the same seed and call', () => {
    expect(calls.map((call) => reflectionOn(seed, call)).filter((one) => one !== null)).toEqual(
      written,
    )
  })
})
