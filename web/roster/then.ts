/** Where to go after signing in, if it is a path of ours and not somebody else's address. */
export function readThen(search: Readonly<Record<string, unknown>>): { then?: string } {
  const { then } = search
  const isOurs = typeof then === 'string' && /^\/(?![/\\])/.test(then)
  return isOurs ? { then } : {}
}
