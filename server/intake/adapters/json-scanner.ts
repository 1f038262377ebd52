/** Objects and lists within each other; no phone system nests a tenth of it. */
export const depthPerDocumentLimit = 100

/** What a character does to a document: it goes on, or ends with it, or is broken. */
export type ScanStep = 'on' | 'ends' | 'broken' | 'broken before'

/** Follows one JSON document, of which the first character opens an object or a list. */
export type JsonScanner = {
  step: (code: number) => ScanStep
  isTooDeep: () => boolean
}

const lineFeed = 10
const quote = 34
const comma = 44
const colon = 58
const openList = 91
const backslash = 92
const closeList = 93
const openObject = 123
const closeObject = 125
/** What stood last, where it is no sign of its own: a text, a number or a word. */
const aValue = 0

export const isBlank = (code: number) =>
  code === 32 || code === lineFeed || code === 13 || code === 9
export const isOpening = (code: number) => code === openObject || code === openList

/** Follows the characters within quotes. A text can't hold a line end: it is a broken one. */
export function textScanner() {
  let isInside = false
  let isEscaped = false
  return {
    /** Whether the character belongs to a text, its quotes included. */
    holds: (code: number): boolean => {
      const wasInside = isInside
      if (isEscaped) isEscaped = false
      else if (isInside && code === backslash) isEscaped = true
      else if (code === quote) isInside = !isInside
      return wasInside || code === quote
    },
  }
}

/**
 * A document is broken where a text holds a line end, where an object or a list begins that can't
 * stand there, as after a line that was cut off, and where the wrong sign closes one.
 */
export function jsonScanner(): JsonScanner {
  const text = textScanner()
  /** The signs that close what is open, innermost last. */
  const open: number[] = []
  let depth = 0
  let deepest = 0
  let last = aValue

  const opens = (code: number): ScanStep => {
    const mayOpen =
      depth === 0 ||
      depth > depthPerDocumentLimit ||
      (open.at(-1) === closeObject ? last === colon : last === comma || last === openList)
    if (!mayOpen) return 'broken before'
    depth += 1
    deepest = Math.max(deepest, depth)
    if (depth <= depthPerDocumentLimit) open.push(code === openObject ? closeObject : closeList)
    last = code
    return 'on'
  }
  const closes = (code: number): ScanStep => {
    if (depth <= depthPerDocumentLimit && open.pop() !== code) return 'broken'
    depth -= 1
    last = aValue
    return depth === 0 ? 'ends' : 'on'
  }
  return {
    step: (code) => {
      if (text.holds(code)) {
        last = aValue
        return code === lineFeed ? 'broken before' : 'on'
      }
      if (isBlank(code)) return 'on'
      if (isOpening(code)) return opens(code)
      if (code === closeObject || code === closeList) return closes(code)
      last = code === comma || code === colon ? code : aValue
      return 'on'
    },
    isTooDeep: () => deepest > depthPerDocumentLimit,
  }
}
