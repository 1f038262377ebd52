/** Deeper JSON is no call: the deepest known, a conversation of Genesys, nests eight levels. */
export const nestingLimit = 64

/** What a scan has found: it goes on, ends before a place, can't go on there, or opens an array. */
export type Found =
  | { kind: 'open' }
  | { kind: 'ended'; at: number }
  | { kind: 'broken'; at: number; message: string; isTooDeep: boolean }
  /** Behind the bracket of an array that stands directly in the document, where it is asked for. */
  | { kind: 'array'; at: number }

/** Reads on from a place in the text. Text is given once, in pieces cut anywhere. */
export type DocumentScan = (text: string, from: number) => Found

/** What each sign of ASCII is to the scan; all others are none of these. */
const signs = [
  '',
  ' \t\u001e',
  '\r\n',
  '+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '"',
  '\\',
  '{[',
  '}]',
  ',:',
]
const signOf = new Uint8Array(128)
for (const [sign, characters] of signs.entries()) {
  for (const character of characters) signOf[character.charCodeAt(0)] = sign
}
const blank = 1
const lineEnd = 2

/** Where the scan is: before a value, after one, in a word or number, in a text, in an escape. */
const [value, after, word, text, escaped] = [0, 1, 2, 3, 4] as const
/** What else may be due: a bracket, or to say why it can't go on. */
const [open, close, clash, strange, unclosed] = [5, 6, 7, 8, 9] as const

/** By state, and in it by sign, in the orders above. */
const rowBits = 4
const next = new Uint8Array(5 << rowBits)
for (const [state, row] of [
  [strange, value, value, word, text, strange, open, close, value],
  [strange, after, after, clash, clash, strange, clash, close, value],
  [strange, after, after, word, clash, strange, clash, close, value],
  [text, text, unclosed, text, after, escaped, text, text, text],
  [text, text, unclosed, text, text, text, text, text, text],
].entries()) {
  next.set(row, state << rowBits)
}

const why = new Map<number, string>([
  [clash, 'two values stand side by side'],
  [strange, 'a sign stands where none can'],
  [unclosed, 'a text is not closed before its line ends'],
])

const signAt = (code: number): number => (code < 128 ? (signOf[code] ?? 0) : 0)

/** Blanks of JSON, and the record separator of RFC 7464. */
export function isBlank(code: number): boolean {
  const sign = signAt(code)
  return sign === blank || sign === lineEnd
}

/**
 * Follows one JSON object to its end. It sees no more of the grammar than shows where the object
 * ends, or that it can't go on: two values side by side, a bracket that closes another, a text
 * that runs over its line. Whatever else is wrong, JSON.parse says of the text that was cut out.
 *
 * @param tellsArrays whether arrays that stand directly in the object are told of
 */
export function openDocumentScan(tellsArrays = false): DocumentScan {
  /** The brackets that would close what is open, innermost last. */
  const closings: number[] = []
  let state: number = value
  return (piece, from) => {
    let now = state
    for (let place = from; place < piece.length; place += 1) {
      const code = piece.charCodeAt(place)
      now = next[(now << rowBits) | signAt(code)] ?? strange
      if (now < open) continue
      const message = why.get(now) ?? bracket(closings, now, code)
      if (message !== null) {
        return { kind: 'broken', at: place, message, isTooDeep: now === open }
      }
      if (closings.length === 0) return { kind: 'ended', at: place + 1 }
      now = now === close ? after : value
      if (!tellsArrays || code !== openBracket || closings.length !== 2) continue
      state = now
      return { kind: 'array', at: place + 1 }
    }
    state = now
    return goesOn
  }
}

const goesOn: Found = { kind: 'open' }
const openBracket = 0x5b
const closeBracket = 0x5d
const closeBrace = 0x7d

/** Opens or closes a bracket. @returns why it can't */
function bracket(closings: number[], due: number, code: number): string | null {
  if (due === close) {
    return closings.pop() === code ? null : 'a bracket closes another kind of bracket'
  }
  if (closings.length === nestingLimit) return `it is nested deeper than ${nestingLimit} levels`
  closings.push(code === openBracket ? closeBracket : closeBrace)
  return null
}
