import { type AskedQuestion } from './balance-questions.ts'

/** How long one question took, in milliseconds; warm: medians over the rounds. */
export type Timing = {
  name: string
  yardstick: string | null
  p50: number
  p95: number
  /** First time after the sums have changed. */
  cold: number
  kilobytes: number
}

export const requestsPerRound = 60
export const rounds = 5

type Samples = Record<'p50' | 'p95' | 'cold', number[]>
type Ask = (question: AskedQuestion) => Promise<number>

/** Asks over HTTP, as a browser does; the answer is read to its end. Returns its bytes. */
export const askerOf =
  (address: string, cookies: Record<AskedQuestion['by'], string>): Ask =>
  async ({ path, by }) => {
    const reply = await fetch(`${address}${path}`, { headers: { cookie: cookies[by] } })
    const body = await reply.arrayBuffer()
    if (reply.ok) return body.byteLength
    throw new Error(`${path}: ${reply.status} ${new TextDecoder().decode(body)}`)
  }

/**
 * Asks every question some rounds long. Before each round the revision of the sums goes up, so
 * that the first answer is worked out anew.
 */
export async function measureQuestions(
  ask: Ask,
  questions: readonly AskedQuestion[],
  raiseRevision: () => Promise<void>,
): Promise<Timing[]> {
  const bytes = new Map<string, number>()
  for (const question of questions) bytes.set(question.name, await ask(question))
  const samples = questions.map((): Samples => ({ p50: [], p95: [], cold: [] }))
  for (let round = 0; round < rounds; round += 1) {
    await raiseRevision()
    for (const [place, question] of questions.entries()) {
      samples[place]?.cold.push(await timeOf(() => ask(question)))
    }
    for (const [place, question] of questions.entries()) {
      const took: number[] = []
      for (let n = 0; n < requestsPerRound; n += 1) took.push(await timeOf(() => ask(question)))
      samples[place]?.p50.push(quantile(took, 0.5))
      samples[place]?.p95.push(quantile(took, 0.95))
    }
  }
  return questions.map(({ name, yardstick }, place) => ({
    ...{ name, yardstick },
    p50: median(samples[place]?.p50 ?? []),
    p95: median(samples[place]?.p95 ?? []),
    cold: median(samples[place]?.cold ?? []),
    kilobytes: (bytes.get(name) ?? 0) / 1024,
  }))
}

export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const beganAt = performance.now()
  await work()
  return performance.now() - beganAt
}

/** The value below which a share of the samples lies, by nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
