import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type KnownAnswers } from './known-answers-shape.ts'

/** The method's known answers lie beside the project, not in it. */
const path = '../shared/method/vectors.json'

/** Runs the tests with the answers of one name; says so and skips where they are missing. */
export function withAnswers<Name extends keyof KnownAnswers>(
  name: Name,
  tests: (answers: KnownAnswers[Name]) => void,
): void {
  if (existsSync(path)) {
    const all = JSON.parse(readFileSync(path, 'utf8')) as KnownAnswers
    describe(name, () => {
      tests(all[name])
    })
  } else {
    it.skip(`${name}: ${path} is missing`)
  }
}

/** Every number of `expected` is found in `actual`, under the same name or place, to six digits. */
export function expectSixDigits(
  actual: object,
  expected: Readonly<Record<string, number>> | readonly number[],
): void {
  const found = new Map<string, unknown>(Object.entries(actual))
  for (const [name, answer] of Object.entries(expected)) {
    expect(found.get(name), name).toBeCloseTo(answer, 6)
  }
}
