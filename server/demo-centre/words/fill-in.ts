import { oneOf } from '../world/draws.ts'
import { type Random } from '../world/random.ts'

/** Facts of a call that a sentence may mention; null where it may not. */
export type Facts = { minutes: string | null; nth: string | null }

const slot = /\{([^{}]*)\}/g

/** Whether everything a sentence mentions is known. */
export const fits = (sentence: string, facts: Facts) =>
  (facts.minutes !== null || !sentence.includes('{minutes}')) &&
  (facts.nth !== null || !sentence.includes('{nth}'))

/** A sentence with one of several in place of each `{a|b}` and facts in place of their names. */
export const fillIn = (sentence: string, facts: Facts, random: Random): string =>
  sentence.replaceAll(slot, (_, inside: string) => {
    if (inside === 'minutes' || inside === 'nth') return facts[inside] ?? ''
    return oneOf(random, inside.split('|'))
  })
