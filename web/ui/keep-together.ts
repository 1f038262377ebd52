/** A number before its unit, and a part of a duration before the next one. */
const joints = /(?<=\d) (?=\p{L}|%)|(?<=\d (?:h|min)) (?=\d)/gu
const unbrokenSpace = '\u00a0'

/** Two numbers with a dash between: a line may break after a dash, even before an unbroken space. */
const ranges = /(?<=\d) – (?=\d)/gu
const unbrokenDash = '\u00a0–\u2060\u00a0'

/**
 * Keeps "3 min 45 s", "9 March" and "71 – 73 %" on one line each; a narrow column breaks inside
 * them otherwise.
 */
export const keepTogether = (sentence: string): string =>
  sentence.replace(joints, unbrokenSpace).replace(ranges, unbrokenDash)
