import { readdir } from 'node:fs/promises'
import { health } from '../../shared/wire/health.ts'
import { type Endpoint } from '../../shared/wire/endpoint.ts'

/** Every endpoint the contracts promise, as `GET /api/calls`. A new noun's contract is found too. */
export async function everyEndpoint(): Promise<Map<string, Endpoint>> {
  const names = await readdir('shared', { recursive: true })
  const files = names.sort().flatMap(contractIn)
  const contracts = await Promise.all(
    files.map(
      ({ noun, part }) =>
        import(`../../shared/${noun}/${part}contract.ts`) as Promise<Record<string, unknown>>,
    ),
  )
  const endpoints = contracts.flatMap((contract) => Object.values(contract)).filter(isEndpoint)
  return new Map([...endpoints, health].map((endpoint) => [nameOf(endpoint), endpoint]))
}

/** A noun has one contract, or several that are named for their parts. */
function contractIn(file: string): { noun: string; part: string }[] {
  const [, noun, part = ''] = /^(\w+)[\\/]([\w-]+-)?contract\.ts$/.exec(file) ?? []
  return noun === undefined ? [] : [{ noun, part }]
}

export const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'audience' in value
