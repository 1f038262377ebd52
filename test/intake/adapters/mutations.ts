import fc from 'fast-check'

/** A change of a text that no well-behaved system makes, and some that do. */
type Mutation = (text: string) => string

const placeIn = (text: string, share: number) => Math.floor(share * (text.length + 1))
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const cutOff = share.map(
  (end): Mutation =>
    (text) =>
      text.slice(0, placeIn(text, end)),
)

const dropped = fc
  .tuple(share, fc.integer({ min: 1, max: 200 }))
  .map(([at, length]): Mutation => (text) => {
    const from = placeIn(text, at)
    return text.slice(0, from) + text.slice(from + length)
  })

const copied = fc
  .tuple(share, share, fc.integer({ min: 1, max: 400 }))
  .map(([from, to, length]): Mutation => (text) => {
    const start = placeIn(text, from)
    const at = placeIn(text, to)
    return text.slice(0, at) + text.slice(start, start + length) + text.slice(at)
  })

const oddities = [
  ...['"', '{', '}', '[', ']', ',', ';', '\\', '\n', '\r\n', '\t', '\0', '\uFFFD', '\uFEFF', ''],
  ...['null', '[]', '{}', '""', '1e400', '-1', '0', '99999999999999999999', '9007199254740993'],
  ...['__proto__', 'constructor', '2026-02-30 25:61:61', '%', '%zz', 'é', '😀', 'anonymous'],
  '['.repeat(150),
  '{"a":'.repeat(150),
]

const inserted = fc.tuple(share, fc.constantFrom(...oddities)).map(
  ([at, odd]): Mutation =>
    (text) =>
      text.slice(0, placeIn(text, at)) + odd + text.slice(placeIn(text, at)),
)

/** One of the numbers, words or quoted texts becomes something else. */
const replaced = fc
  .tuple(share, fc.constantFrom(...oddities))
  .map(([at, odd]): Mutation => (text) => {
    const from = placeIn(text, at)
    const found = /"[^"]{0,80}"|[\w.+-]+/.exec(text.slice(from, from + 200))
    if (!found) return text
    const start = from + found.index
    return text.slice(0, start) + odd + text.slice(start + found[0].length)
  })

const linesMoved = fc
  .tuple(share, share, fc.boolean())
  .map(([from, to, isCopy]): Mutation => (text) => {
    const lines = text.split('\n')
    const place = Math.floor(from * lines.length)
    const line = lines[place] ?? ''
    if (!isCopy) lines.splice(place, 1)
    lines.splice(Math.floor(to * lines.length), 0, line)
    return lines.join('\n')
  })

const mutation = fc.oneof(cutOff, dropped, copied, inserted, replaced, linesMoved)

/** A text with up to eight random changes. */
export const mutated = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { maxLength: 8 }))
    .map(([text, changes]) => changes.reduce((changed, change) => change(changed), text))

/** Places to cut a text into pieces at, as shares of its length. */
export const cuts = fc.array(share, { maxLength: 12 })

export function piecesOf(text: string, shares: readonly number[]): string[] {
  const places = [0, ...shares.map((one) => placeIn(text, one)), text.length].sort((a, b) => a - b)
  return places.slice(1).map((end, before) => text.slice(places[before], end))
}
