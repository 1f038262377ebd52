import { instantWriter } from '../mapping/instant-text.ts'

/** The last instant that four digits can write the year of. */
const latest = Date.parse('9999-12-31T23:59:59Z')

/** How many milliseconds are in a unit that systems count epoch times in. */
const perUnit = { seconds: 1000, milliseconds: 1, microseconds: 0.001 } as const

/** Epoch milliseconds of a written count; null for 0, which means never, and for no count. */
export function epochOf(value: unknown, unit: keyof typeof perUnit): number | null {
  const count = numberOf(value)
  if (count === null || count <= 0) return null
  const milliseconds = Math.floor(count * perUnit[unit])
  return milliseconds > 0 && milliseconds <= latest ? milliseconds : null
}

/** A number, or the text of one; null for everything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^-?\d{1,18}(\.\d{1,9})?$/.test(value.trim())) return null
  return Number(value)
}

/** An instant as records write it. */
export function instantOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : write(milliseconds)
}

const write = instantWriter()
export const instantText = (milliseconds: number): string => write(milliseconds)

/** Clocks of two parts of a system differ by so much: a duration below zero within it is none. */
const skewMilliseconds = 1_000

/** Whole seconds of a duration, a half rounded up; null where it is not known or below zero. */
export function wholeSeconds(milliseconds: number | null): number | null {
  if (milliseconds === null || milliseconds < -skewMilliseconds) return null
  return Math.max(0, Math.floor(milliseconds / 1000 + 0.5))
}

/** Whole seconds from one instant to another; null where either is not known. */
export const secondsBetween = (from: number | null, until: number | null): number | null =>
  from === null || until === null ? null : wholeSeconds(until - from)
