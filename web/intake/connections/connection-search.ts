/** What the address of a new connection keeps: the phone system that was chosen. */
export type ConnectionSearch = { system?: string }

const keyLengthLimit = 60

/** Anybody may have typed an address; a system that is none is said to be none by the page. */
export function readConnectionSearch(search: Readonly<Record<string, unknown>>): ConnectionSearch {
  const { system } = search
  return typeof system === 'string' && system.length <= keyLengthLimit ? { system } : {}
}
