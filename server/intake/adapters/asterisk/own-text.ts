/** A text of its own: part of a piece of the file would keep the whole piece in memory. */
export const ownText = (text: string): string => Buffer.from(text).toString()
