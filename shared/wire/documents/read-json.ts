const escapedSurrogate = /\\u[dD][89a-fA-F]/
const halfOfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * The value of a JSON text. Half a surrogate pair is no character: the database would store, and
 * find, another text.
 *
 * @throws SyntaxError where the text is no JSON
 */
export function readJson(text: string): unknown {
  if (!escapedSurrogate.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_name, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(halfOfPair, '\ufffd') : value,
  )
}
