import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { health } from '../../shared/wire/health.ts'
import { type Endpoint } from '../../shared/wire/endpoint.ts'

/** Every endpoint the contracts promise, as `GET /api/calls`. A new noun's contract is found too. */
export async function everyEndpoint(): Promise<Map<string, Endpoint>> {
  const nouns = (await readdir('shared')).filter((noun) => existsSync(`shared/${noun}/contract.ts`))
  const contracts = await Promise.all(
    nouns.map(
      (noun) => import(`../../shared/${noun}/contract.ts`) as Promise<Record<string, unknown>>,
    ),
  )
  const endpoints = contracts.flatMap((contract) => Object.values(contract)).filter(isEndpoint)
  return new Map([...endpoints, health].map((endpoint) => [nameOf(endpoint), endpoint]))
}

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'audience' in value
