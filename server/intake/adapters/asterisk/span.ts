/** The first and the last moment that something tells of, in seconds since 1970. */
export type Span = { from: number; to: number }

export function openSpan() {
  let span: Span | null = null
  return {
    add: (at: number): void => {
      span = span
        ? { from: Math.min(span.from, at), to: Math.max(span.to, at) }
        : { from: at, to: at }
    },
    /** Null where nothing was told. */
    span: () => span,
  }
}
