/** A number before its unit, and a part of a duration before the next one. */
const joints = /(?<=\d) (?=\p{L}|%)|(?<=\d (?:h|min)) (?=\d)/gu
const unbrokenSpace = '\u00a0'

/**
 * Keeps "3 min 45 s" and "9 March" on one line each; a narrow column breaks inside them
 * otherwise.
 */
export const keepTogether = (sentence: string): string => sentence.replace(joints, unbrokenSpace)
