import { type InjectOptions } from 'fastify'
import { type Endpoint } from '../../shared/wire/endpoint.ts'

type Value = string | number | boolean | null | undefined
/** What goes into an address and a body. */
export type Sent = {
  params?: Readonly<Record<string, Value>>
  query?: Readonly<Record<string, Value | readonly Value[]>>
  body?: unknown
}

/** The HTTP request that asks or tells an endpoint. */
export function requestOf(endpoint: Endpoint, { params, query, body }: Sent): InjectOptions {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  )
  const search = new URLSearchParams()
  for (const [name, values] of Object.entries(query ?? {})) {
    for (const value of [values].flat()) if (value != null) search.append(name, String(value))
  }
  const url = search.size === 0 ? path : `${path}?${search.toString()}`
  const payload = body === undefined ? {} : { payload: body as object }
  return { method: endpoint.method, url, ...payload }
}
