import { expect, test } from 'vitest'
import { keepTogether } from '../../web/ui/keep-together.ts'

/** A line may break at plain spaces only. */
const pieces = (sentence: string) => keepTogether(sentence).split(' ')

test.each([
  ['took 3 min 45 s', ['took', '3\u00a0min\u00a045\u00a0s']],
  ['9 March, 17 calls', ['9\u00a0March,', '17\u00a0calls']],
  ['sure of 71 – 73 %', ['sure', 'of', '71\u00a0–\u2060\u00a073\u00a0%']],
  ['1.40 – 1.54 times', ['1.40\u00a0–\u2060\u00a01.54\u00a0times']],
  ['10 min – 13 min', ['10\u00a0min', '–', '13\u00a0min']],
])('%s breaks between its parts and never within one', (sentence, expected) => {
  expect(pieces(sentence)).toEqual(expected)
})
