const units = ['bytes', 'kB', 'MB', 'GB'] as const
const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A size as people say it: "812 bytes", "4.2 MB". */
export function sayBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000
    unit += 1
  }
  return `${format.format(size)} ${units[unit] ?? ''}`
}

/** How much of a whole is there, from 0 to 100; an empty file is there at once. */
export const percentOf = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.floor((100 * part) / whole)
