const quote = 0x22
const comma = 0x2c
const openBracket = 0x5b
const backslash = 0x5c
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d

/**
 * Cuts a JSON array into the texts of its elements as bytes come in. It looks only at quotes,
 * brackets and commas, so an element that is not JSON is still cut out whole.
 */
export function openElementScan() {
  let place = 0
  let depth = 0
  let isInString = false
  let isClosed = false

  /** @returns place of the comma or bracket that ends the element, or -1 for not yet */
  const findEnd = (bytes: Buffer): number => {
    for (; place < bytes.length; place += 1) {
      const byte = bytes[place]
      if (isInString) {
        // What a backslash escapes is skipped, also where it comes with the next bytes.
        if (byte === backslash) place += 1
        else if (byte === quote) isInString = false
      } else if (byte === quote) isInString = true
      else if (byte === openBrace || byte === openBracket) depth += 1
      else if (depth === 1 && (byte === comma || byte === closeBracket)) return place
      else if (byte === closeBrace || byte === closeBracket) depth -= 1
    }
    return -1
  }

  return {
    isClosed: (): boolean => isClosed,
    /** Adds the texts of complete elements and gives back the bytes that follow them. */
    take: (bytes: Buffer, add: (text: string) => void): Buffer => {
      let start = 0
      if (depth === 0 && !isClosed) {
        start = bytes.indexOf(openBracket) + 1
        place = start
        depth = 1
      }
      while (!isClosed) {
        const end = findEnd(bytes)
        if (end === -1) break
        add(bytes.toString('utf8', start, end))
        isClosed = bytes[end] === closeBracket
        start = end + 1
        place = start
      }
      place -= start
      return bytes.subarray(start)
    },
  }
}
