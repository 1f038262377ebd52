import { readdir } from 'node:fs/promises'
import { health } from '../../shared/wire/health.ts'
import { type Endpoint } from '../../shared/wire/endpoint.ts'

/** Every endpoint the contracts promise, as `GET /api/calls`. A new noun's contract is found too. */
export async function everyEndpoint(): Promise<Map<string, Endpoint>> {
  const all = await readdir('shared', { recursive: true })
  const files = all
    .map((file) => file.replaceAll('\\', '/'))
    .filter(isContract)
    .sort()
  const contracts = await Promise.all(
    files.map((file) => import(`../../shared/${file}`) as Promise<Record<string, unknown>>),
  )
  const endpoints = contracts.flatMap((contract) => Object.values(contract)).filter(isEndpoint)
  return new Map([...endpoints, health].map((endpoint) => [nameOf(endpoint), endpoint]))
}

/** A noun has one contract, or several that are named for their parts. */
const isContract = (file: string): boolean => /^\w+\/([\w-]+-)?contract\.ts$/.test(file)

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'audience' in value
