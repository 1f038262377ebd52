import { findMarks, markLengthLimit, markOf } from './find-marks.ts'
import { type DocumentScan, isBlank, openDocumentScan } from './document-scan.ts'

/** A longer document is refused: it is held in memory as a whole. A call has some thousands. */
export const documentCharactersLimit = 4_000_000
/** How much of a broken document is given back to be shown. */
export const brokenCharactersKept = 10_000

/** A document as it was cut out, or text that is none. */
export type Cut =
  { kind: 'document'; text: string } | { kind: 'broken'; text: string; message: string }

export type DocumentCutter = {
  /** The documents that became complete. */
  take: (text: string) => Cut[]
  /** The text is complete: what is left, and whether an array around documents was never closed. */
  end: () => { cuts: Cut[]; isInArray: boolean }
}

type State = {
  mode: 'between' | 'document' | 'around' | 'stray' | 'lost'
  text: string
  place: number
  /** What was read of the document, or stray text, at hand, but for what stands in `text`. */
  held: string[]
  heldCharacters: number
  message: string
  scan: DocumentScan
  arrays: number
  /** The object around the documents, and how many arrays were open where it began. */
  around: { scan: DocumentScan; arrays: number } | null
  /** Name of the array that an object around the documents has them in; null: there is none. */
  inside: RegExp | null
  /** How the last document began, and what it shows of how others begin. */
  last: string
  mark: RegExp | null
  isPart: boolean
  cuts: Cut[]
}

/**
 * Cuts JSON objects out of text that comes in pieces: one a line, over several lines, side by
 * side, or in an array. A broken one costs only itself where the text shows where the next one
 * begins. Time grows with the text only, whatever it holds; memory with the one at hand.
 *
 * @param inside name of an array: an object that has it is none of the documents but stands
 *   around them
 */
export function documentCutter(inside: string | null = null): DocumentCutter {
  const state: State = {
    ...{ mode: 'between', text: '', place: 0, held: [], heldCharacters: 0, message: '' },
    ...{ scan: openDocumentScan(), arrays: 0, around: null, last: '', mark: null },
    ...{ isPart: false, cuts: [] },
    inside: inside === null ? null : new RegExp(`"${inside}"\\s*:\\s*$`),
  }
  return {
    take: (text) => {
      // Where the next document begins is searched in what was not told apart yet, too.
      state.text = state.mode === 'lost' ? state.text + text : text
      if (state.mode !== 'lost') state.place = 0
      return given(state, run)
    },
    end: () => {
      const cuts = given(state, breakOff)
      return { cuts, isInArray: state.arrays > 0 || state.around !== null }
    },
  }
}

function given(state: State, work: (state: State) => void): Cut[] {
  state.cuts = []
  work(state)
  return state.cuts
}

function run(state: State): void {
  let isGoingOn = true
  while (isGoingOn && state.place < state.text.length) isGoingOn = steps[state.mode](state)
}

/** What is at hand is not complete and never will be. */
function breakOff(state: State): void {
  while (state.mode === 'document') {
    takeHeld(state)
    recover(state, state.text.length, 'it breaks off')
    run(state)
  }
  if (state.mode === 'lost' || state.mode === 'stray') {
    hold(state, state.text.slice(state.place))
    addBroken(state)
  }
}

/** Each takes the state on from its place; false where nothing can be done before more text. */
const steps: Record<State['mode'], (state: State) => boolean> = {
  between: (state) => {
    const code = state.text.charCodeAt(state.place)
    if (code === 0x7b) {
      state.scan = openDocumentScan(state.inside !== null && state.around === null)
      state.mode = 'document'
      return true
    }
    const isClosing = code === 0x5d && state.arrays > 0
    if (isClosing) state.arrays -= 1
    if (isClosing && state.around?.arrays === state.arrays) {
      state.mode = 'around'
      return true
    }
    if (code === 0x5b) state.arrays += 1
    else if (!isClosing && !isBlank(code) && code !== 0x2c && code !== 0xfeff) {
      state.mode = 'stray'
      state.message = 'it is no JSON object'
      hold(state, state.text.charAt(state.place))
    }
    state.place += 1
    return true
  },
  document: stepDocument,
  around: (state) => {
    const found = state.around?.scan(state.text, state.place) ?? { kind: 'open' }
    if (found.kind === 'open') return false
    state.place = found.at
    if (found.kind === 'array') return true
    state.mode = 'between'
    state.around = null
    return true
  },
  stray: (state) => {
    const length = state.text.slice(state.place).search(/[\n,{[]/)
    const end = length === -1 ? state.text.length : state.place + length
    hold(state, state.text.slice(state.place, end))
    state.place = end
    if (length !== -1) addBroken(state)
    return length !== -1
  },
  lost: (state) => {
    const next = state.isPart ? undefined : firstMark(state)
    if (next !== undefined) {
      hold(state, state.text.slice(state.place, next))
      addBroken(state)
      state.place = next
      return true
    }
    const searched = Math.max(state.place, state.text.length - markLengthLimit)
    hold(state, state.text.slice(state.place, searched))
    // One sign more is kept, which says whether the next one begins a line.
    state.text = state.text.slice(Math.max(searched - 1, 0))
    state.place = Math.min(searched, 1)
    return false
  },
}

const tooLong = `it has more than ${documentCharactersLimit} characters`

function stepDocument(state: State): boolean {
  const from = state.place
  let found = state.scan(state.text, from)
  while (found.kind === 'array' && !isAround(state, found.at - 1)) {
    found = state.scan(state.text, found.at)
  }
  if (found.kind === 'array') {
    state.around = { scan: state.scan, arrays: state.arrays }
    state.arrays += 1
    state.mode = 'between'
    drop(state)
    state.place = found.at
    return true
  }
  const end = found.kind === 'open' ? state.text.length : found.at
  const isTooLong = state.heldCharacters + end - from > documentCharactersLimit
  if (found.kind === 'open' && !isTooLong) {
    hold(state, state.text.slice(from))
    state.place = end
    return false
  }
  if (found.kind === 'ended' && !isTooLong) {
    state.place = end
    addDocument(state, from)
    return true
  }
  const before = state.heldCharacters
  takeHeld(state)
  const upTo = before + end
  if (found.kind !== 'broken') recover(state, upTo, tooLong)
  else if (found.isTooDeep) passOver(state, upTo, found.message)
  else recover(state, upTo, found.message)
  return true
}

/** Puts what was held before the text, so that the document at hand is whole. */
function takeHeld(state: State): void {
  if (state.heldCharacters === 0) return
  state.text = state.held.join('') + state.text.slice(state.place)
  state.place = 0
  drop(state)
}

/**
 * Goes on where the next document begins. If the text that was read already has such places, each
 * part between two of them is looked at for itself, once; a part has no parts, so nothing is read
 * more than three times.
 *
 * @param upTo where the document at hand can't go on
 */
function recover(state: State, upTo: number, message: string): void {
  const { text, place: start } = state
  state.mode = 'lost'
  state.message = message
  state.last ||= text.slice(start, start + markLengthLimit)
  const marks = state.isPart ? [] : findMarks(markIn(state), text, start + 1, upTo)
  const last = marks.at(-1)
  // A place may have begun before, and be complete only with what follows.
  const next = last ?? Math.max(start + 1, upTo - markLengthLimit)
  hold(state, text.slice(start, marks[0] ?? next))
  state.place = next
  if (last === undefined) return
  addBroken(state)
  for (const [index, mark] of marks.slice(0, -1).entries()) {
    readPart(state, text.slice(mark, marks[index + 1]))
  }
  state.text = text
  state.place = last
}

/** What is nested too deep holds no beginnings of others: the next one is looked for behind it. */
function passOver(state: State, upTo: number, message: string): void {
  const { text, place: start } = state
  state.mode = 'lost'
  state.message = message
  state.last ||= text.slice(start, start + markLengthLimit)
  hold(state, text.slice(start, upTo))
  state.place = upTo
}

function readPart(state: State, part: string): void {
  state.text = part
  state.place = 0
  state.isPart = true
  run(state)
  breakOff(state)
  state.isPart = false
}

function firstMark(state: State): number | undefined {
  const mark = markIn(state)
  mark.lastIndex = state.place
  return mark.exec(state.text)?.index
}

const markIn = (state: State): RegExp => (state.mark ??= markOf(state.last))

/** Whether the array that opens at a place is the one the documents stand in. */
function isAround(state: State, at: number): boolean {
  let before = state.text.slice(Math.max(state.place, at - markLengthLimit), at)
  for (let index = state.held.length - 1; index >= 0; index -= 1) {
    if (before.length >= markLengthLimit) break
    before = (state.held[index] ?? '') + before
  }
  return state.inside?.test(before.slice(-markLengthLimit)) === true
}

function hold(state: State, text: string): void {
  const isShown = state.mode !== 'document'
  const room = isShown ? brokenCharactersKept - state.heldCharacters : text.length
  const kept = text.slice(0, Math.max(room, 0))
  if (kept !== '') state.held.push(kept)
  state.heldCharacters += kept.length
}

function drop(state: State): void {
  state.held = []
  state.heldCharacters = 0
}

function addDocument(state: State, from: number): void {
  const text = state.held.join('') + state.text.slice(from, state.place)
  state.cuts.push({ kind: 'document', text })
  state.last = text.slice(0, markLengthLimit)
  state.mark = null
  state.mode = 'between'
  drop(state)
}

function addBroken(state: State): void {
  const text = state.held.join('').slice(0, brokenCharactersKept).trim()
  state.cuts.push({ kind: 'broken', text, message: state.message })
  state.mode = 'between'
  drop(state)
}
