const form =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** A written time in whole seconds from 1970: as the wall showed it, or with its offset in UTC. */
export type Moment = { local: number } | { second: number }

/** Reads 2024-06-03 09:49:50, with or without a fraction and an offset, or seconds since 1970. */
export function momentOf(text: string): Moment | null {
  if (/^\d{9,10}(\.\d{1,9})?$/.test(text)) return { second: Math.floor(Number(text)) }
  const parts = form.exec(text)
  if (!parts) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number)
  const local = secondsOf([year, month, day, hour, minute, second])
  if (local === null) return null
  const offset = parts[7]
  return offset === undefined ? { local } : { second: local - offsetSeconds(offset) }
}

/** Null for a day or time that does not exist, which Date would roll over. */
function secondsOf(parts: readonly (number | undefined)[]): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isReal =
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute &&
    second < 60
  return isReal ? at.getTime() / 1000 : null
}

function offsetSeconds(text: string): number {
  if (text === 'Z') return 0
  const seconds = Number(text.slice(1, 3)) * 3_600 + Number(text.slice(3).replace(':', '')) * 60
  return text.startsWith('-') ? -seconds : seconds
}
