import { type Endpoint } from '../../shared/wire/endpoint.ts'
import { writeSearchText } from './search-text.ts'

/** The address of an endpoint: parameters in their places, the query behind. */
export function addressOf(
  endpoint: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  return path + writeSearchText(query)
}
