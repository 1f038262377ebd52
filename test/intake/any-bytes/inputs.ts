import fc from 'fast-check'
import { cuts, mutated } from '../adapters/mutations.ts'
import { type Target } from './targets.ts'

/** Bytes to be read, how to open what reads them, and where to cut them. */
export type Input = { bytes: Uint8Array; opening: number; cuts: readonly number[] }

/** So much of an input is shown where it is told of. */
const shownBytes = 500

/** An input that says in one line what it is. */
function shown(input: Input): Input {
  const { bytes, opening, cuts: places } = input
  const text = Buffer.from(bytes.subarray(0, shownBytes)).toString('latin1')
  const say = () =>
    `opening ${opening}, cut at [${places.join(' ')}], ${bytes.length} bytes: ${JSON.stringify(text)}`
  return Object.defineProperty(input, fc.toStringMethod, { value: say, enumerable: false })
}

type Written = (text: string) => Uint8Array

const utf8: Written = (text) => Buffer.from(text, 'utf8')
const inEncodings: readonly Written[] = [
  ...[utf8, utf8, utf8, utf8, utf8],
  (text) => Buffer.from(text, 'latin1'),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]),
  (text) => Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text, 'utf8')]),
  (text) => Buffer.from(text, 'utf16le').swap16(),
]

type ByteChange = { at: number; to: number }

const byteChanges = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ByteChange[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat(255) }),
      { minLength: 1, maxLength: 6 },
    ),
  },
)

function withBytes(bytes: Uint8Array, changes: readonly ByteChange[]): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (const { at, to } of changes) changed[Math.floor(at * (changed.length - 1))] = to
  return changed
}

/** Nesting so deep that a careless parser runs out of stack. */
const deep = (opening: string): string => opening.repeat(50_000)

const wholesale = fc.constantFrom<(text: string) => string>(
  (text) => text.split('\n').reverse().join('\n'),
  (text) => text.split('\n').sort().join('\n'),
  (text) => `${text}\n${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replace(/\d+/g, (digits) => digits.repeat(4)),
  (text) => text.replace(/:\s*"[^"\n]*"/g, ':null'),
  (text) => text.replace(/:\s*"[^"\n]*"/g, ':{"a":[1]}'),
  (text) => text.replace(/"/g, ''),
  (text) => text.replace(/,/g, ';'),
  (text) => text + deep('['),
  (text) => deep('{"a":') + text,
)

const changedAsAWhole = fc.oneof(
  { weight: 9, arbitrary: fc.constant((text: string) => text) },
  { weight: 1, arbitrary: wholesale },
)

/** Repeats a text until it is long, each time as it is or with other numbers in it. */
function amplified(text: string, times: number, isVaried: boolean): string {
  const parts: string[] = []
  for (let time = 0; time < times; time += 1) {
    const ending = String(time).padStart(3, '0').slice(-3)
    parts.push(isVaried ? text.replace(/(\d{3})\d{3}(?!\d)/g, `$1${ending}`) : text)
  }
  return parts.join('\n')
}

/** So long an amplified input is at most, in characters. */
const amplifiedCharactersLimit = 600_000

/**
 * Inputs for a target: its texts with changes that no well-behaved system makes, in encodings that
 * are right and wrong.
 *
 * @param amplifiedOneIn how seldom an input is repeated until it is long; null: never
 */
export function inputsFor(target: Target, amplifiedOneIn: number | null): fc.Arbitrary<Input> {
  const times =
    amplifiedOneIn === null
      ? fc.constant(1)
      : fc.oneof(
          { weight: amplifiedOneIn - 1, arbitrary: fc.constant(1) },
          { weight: 1, arbitrary: fc.integer({ min: 100, max: 5_000 }) },
        )
  return fc
    .record({
      text: mutated(target.texts),
      change: changedAsAWhole,
      encoding: fc.constantFrom(...inEncodings),
      bytes: byteChanges,
      opening: fc.nat(target.openings.length - 1),
      cuts: fc.oneof(fc.constant<number[]>([]), cuts),
      ...{ times, isVaried: fc.boolean() },
    })
    .map(({ text, change, encoding, bytes, opening, cuts: places, ...more }): Input => {
      const changed = change(text)
      const most = Math.max(1, Math.floor(amplifiedCharactersLimit / (changed.length + 1)))
      const long =
        more.times === 1 ? changed : amplified(changed, Math.min(more.times, most), more.isVaried)
      return shown({ bytes: withBytes(encoding(long), bytes), opening, cuts: places })
    })
}
