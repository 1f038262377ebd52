import { invariant } from '../../../shared/invariant.ts'
import { type Random } from './random.ts'

/** A standard normal number (Box and Muller 1958; the second of the pair is not kept). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** A log-normal number: `median` times e to a normal with standard deviation `sigma`. */
export function logNormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random))
}

/** A whole number from `least` to `most`, both included, each as likely. */
export function wholeNumber(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** One of the items, each as likely. */
export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  invariant(item !== undefined, 'something is there to choose from')
  return item
}

/** One of the items, as likely as its weight says. */
export function weighted<Item extends { weight: number }>(
  random: Random,
  items: readonly Item[],
): Item {
  let left = random() * items.reduce((sum, item) => sum + item.weight, 0)
  for (const item of items) {
    left -= item.weight
    if (left < 0) return item
  }
  const last = items.at(-1)
  invariant(last !== undefined, 'something is there to choose from')
  return last
}
