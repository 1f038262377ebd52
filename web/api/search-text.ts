/**
 * How a search reads in an address, ours and the server's: plain words, several values as
 * repeated keys. Pages check what they read (`validateSearch`).
 */
export function readSearchText(text: string): Record<string, string | string[]> {
  const search = new URLSearchParams(text)
  const found: Record<string, string | string[]> = {}
  for (const name of new Set(search.keys())) {
    const [first = '', ...others] = search.getAll(name)
    found[name] = others.length === 0 ? first : [first, ...others]
  }
  return found
}

/** Writes what is there; undefined and null are left out. Empty, or begins with "?". */
export function writeSearchText(search: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    for (const one of values.filter(isPlain)) written.append(name, String(one))
  }
  const text = written.toString()
  return text ? `?${text}` : ''
}

const isPlain = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
