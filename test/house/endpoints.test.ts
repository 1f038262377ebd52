import { describe, expect, it, vi } from 'vitest'
import { type Endpoint } from '../../shared/wire/endpoint.ts'
import { kindByReason, refusalReasons, statusByKind } from '../../shared/wire/refusal.ts'
import { sentences } from '../../web/api/sentences.ts'
import { appWithoutDatabase, routesOf } from './app-without-database.ts'
import { everyEndpoint } from './every-endpoint.ts'

type Schema = Record<string, unknown>
type Described = {
  summary?: string
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const busyMilliseconds = 4_500
const endpoints = await everyEndpoint()
const app = await appWithoutDatabase()
const answered = await app.inject('/api/openapi.json')
const { paths } = answered.json<{ paths: Record<string, Record<string, Described>> }>()

/** Schemas as they go over the wire; how OpenAPI names defaults and consts is not at stake. */
const plain = (schema: unknown): unknown => JSON.parse(JSON.stringify(schema))

const described = (endpoint: Endpoint): Described | undefined =>
  paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]?.[endpoint.method.toLowerCase()]

describe('the routes of the app', () => {
  it('are the endpoints of the contracts, and pages', () => {
    const routes = routesOf(app).filter((route) => route.includes(' /api/'))
    const isOurs = (route: string) =>
      !route.startsWith('HEAD ') && !route.endsWith('/api/openapi.json')
    expect(routes.filter(isOurs).sort()).toEqual([...endpoints.keys()].sort())
    expect(endpoints.size).toBeGreaterThan(30)
  })
})

describe.each([...endpoints])('%s', (_, endpoint) => {
  it('says what it is for in a sentence', () => {
    expect(endpoint.summary).toMatch(/^[A-Z].{10,}\.$/)
    expect(described(endpoint)?.summary).toBe(endpoint.summary)
  })

  it('stands in OpenAPI with the schema it answers by', () => {
    const reply = described(endpoint)?.responses['200']?.content?.['application/json']?.schema
    expect(reply).toEqual(plain(endpoint.reply))
  })

  it('stands in OpenAPI with what it takes', () => {
    const { parameters = [], requestBody } = described(endpoint) ?? { responses: {} }
    const named = (where: string) =>
      parameters.filter((each) => each.in === where).map(({ name }) => name)
    expect(named('path').sort()).toEqual(Object.keys(endpoint.params.properties).sort())
    if (endpoint.method === 'GET') {
      expect(named('query').sort()).toEqual(Object.keys(endpoint.query.properties).sort())
    } else if (JSON.stringify(plain(endpoint.body)) !== '{"type":"object","properties":{}}') {
      const body = requestBody?.content['application/json']?.schema
      expect(body).toEqual(plain(endpoint.body))
    }
  })

  it('lists in OpenAPI each status by which it refuses', () => {
    const listed = Object.keys(described(endpoint)?.responses ?? {})
    for (const reason of endpoint.refusals) {
      expect(listed).toContain(String(statusByKind[kindByReason[reason]]))
    }
    const isOpen = endpoint.audience === 'anyone'
    expect(listed.includes('403')).toBe(!isOpen || endpoint.refusals.some(isForbidden))
  })

  it('takes parameters that its path has, and no others', () => {
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(endpoint.params.properties).sort()).toEqual(inPath.sort())
  })
})

const isForbidden = (reason: keyof typeof kindByReason) => kindByReason[reason] === 'not_allowed'

describe('refusals', () => {
  it('each have a sentence that says what to do', () => {
    for (const reason of refusalReasons)
      expect(sentences[reason], reason).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('each are given by an endpoint, or by the house at its door', () => {
    const atTheDoor = [
      ...['malformed_request', 'not_signed_in', 'key_unknown', 'key_scope_missing'],
      ...['role_not_allowed', 'foreign_origin', 'route_unknown', 'too_busy', 'starting_up', 'bug'],
    ]
    const given = new Set([...endpoints.values()].flatMap(({ refusals }) => refusals))
    const unused = refusalReasons.filter((reason) => !given.has(reason))
    expect(unused.filter((reason) => !atTheDoor.includes(reason))).toEqual([])
  })

  it('are JSON in one form also where there is no such address', async () => {
    const reply = await app.inject('/api/no-such-thing')
    expect(reply.statusCode).toBe(404)
    expect(reply.json()).toMatchObject({ kind: 'not_found', reason: 'route_unknown' })
  })

  it('a command from a page of another site is not taken', async () => {
    const foreign = () =>
      app.inject({
        ...{ method: 'POST', url: '/api/session', payload: { email: 'a@b.c', password: 'x' } },
        headers: { origin: 'https://elsewhere.example', host: 'here.example' },
      })
    // An app that has just been built on a busy machine asks to wait first.
    const reply = await vi.waitFor(async () => {
      const answered = await foreign()
      expect(answered.json()).not.toMatchObject({ reason: 'too_busy' })
      return answered
    }, busyMilliseconds)
    expect(reply.json()).toMatchObject({ reason: 'foreign_origin' })
  })
})
