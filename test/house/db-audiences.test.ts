import { describe, expect, it } from 'vitest'
import { roles } from '../../shared/roster/role.ts'
import { keyScopes } from '../../shared/roster/key-scope.ts'
import { type Caller } from '../world/caller.ts'
import { openWorld } from '../world/open-world.ts'
import { requestOf, type Sent } from '../world/request-of.ts'
import { everyEndpoint } from './every-endpoint.ts'
import { refusedToAnyone, samples } from './samples.ts'
import { furnish, mark } from './two-centers.ts'

const world = await openWorld()
const alpha = await furnish(world, mark)
const other = await furnish(world, 'Other')
const endpoints = [...(await everyEndpoint())]

const wrongKey: Caller['send'] = (request) =>
  world.nobody.send({ ...request, headers: { authorization: 'Bearer ws_no_such_key' } })

it('there is a sample for every endpoint', () => {
  expect(Object.keys(samples).sort()).toEqual(endpoints.map(([name]) => name).sort())
})

describe.each(endpoints)('%s', (name, endpoint) => {
  const { audience } = endpoint
  const sample = async (): Promise<Sent> => samples[name]?.(alpha) ?? {}
  const asked = async (who: Caller) => who.send(requestOf(endpoint, await sample()))

  if (audience === 'anyone') {
    it('is open to nobody in particular', async () => {
      const refusal = refusedToAnyone[name]
      const answered = await asked(world.nobody)
      if (refusal === undefined) expect(answered.status).toBe(200)
      else expect(answered.body).toMatchObject({ reason: refusal })
    })
    return
  }

  it('is closed to nobody in particular, and to a key that is none', async () => {
    expect(await asked(world.nobody)).toMatchObject({
      ...{ status: 401, body: { reason: 'not_signed_in' } },
    })
    const request = requestOf(endpoint, await sample())
    expect(await wrongKey(request)).toMatchObject({ status: 401, body: { reason: 'key_unknown' } })
    if (endpoint.method !== 'GET') return
    const head = await world.house.app.inject({ ...request, method: 'HEAD' })
    expect(head.statusCode).toBe(401)
  })

  it.each(roles)('to a %s: as its audience says', async (role) => {
    const endsSession = name === 'DELETE /api/session'
    const who = endsSession ? await alpha.center.person(role) : alpha.people[role]
    const answered = await asked(who)
    if (audience.roles.includes(role)) expect(answered).toMatchObject({ status: 200 })
    else expect(answered).toMatchObject({ status: 403, body: { reason: 'role_not_allowed' } })
  })

  it.each(keyScopes)('to a key for %s: as its audience says', async (scope) => {
    const answered = await asked(alpha.keys[scope])
    if (audience.scope === scope) expect(answered).toMatchObject({ status: 200 })
    else expect(answered).toMatchObject({ status: 403, body: { reason: 'key_scope_missing' } })
  })

  it('to another organization: nothing of this one', async () => {
    const everybody = [...Object.values(other.people), ...Object.values(other.keys)]
    const endsSession = name === 'DELETE /api/session'
    for (const who of endsSession ? [] : everybody) {
      const sent = await sample()
      const answered = await who.send(requestOf(endpoint, sent))
      const namesOurs = Object.keys(sent.params ?? {}).length > 0 || usesOurs(sent.body)
      if (namesOurs) expect([403, 404]).toContain(answered.status)
      if (answered.status === 404) {
        expect(endpoint.refusals).toContain((answered.body as { reason: string }).reason)
      }
      if (endpoint.method === 'GET') expect(JSON.stringify(answered.body)).not.toContain(mark)
    }
  })
})

/** Whether a body names a row of the first center. */
function usesOurs(body: unknown): boolean {
  const text = JSON.stringify(body ?? {})
  return /"(teamIds|teamId|repId)"/.test(text) || text.includes('"completeUntil"')
}

describe('numbers of another organization in a filter', () => {
  it.each(['/api/calls', '/api/calls/summary', '/api/calls/plane'])(
    'find nothing: %s',
    async (url) => {
      for (const filter of [`team=${alpha.teamId}`, `rep=${alpha.repId}`, `queue=${mark}+queue`]) {
        const { status, body } = await other.people.admin.send({ url: `${url}?${filter}` })
        expect(status).toBe(200)
        const found = body as { legs?: number; items?: unknown[] }
        expect(found.legs ?? found.items?.length).toBe(0)
      }
    },
  )
})

describe('a key that was revoked', () => {
  it('is taken for at most five seconds more', async () => {
    const key = await alpha.center.key('read')
    expect((await key.send({ url: '/api/feeds' })).status).toBe(200)
    const url = `/api/keys/${key.id}`
    expect((await alpha.people.admin.send({ method: 'DELETE', url })).status).toBe(200)
    world.clock.pass(6)
    expect(await key.send({ url: '/api/feeds' })).toMatchObject({ status: 401 })
  })
})

describe('a session', () => {
  it('ends for good when its person signs out', async () => {
    const person = await alpha.center.person('admin')
    expect((await person.send({ url: '/api/me' })).status).toBe(200)
    expect((await person.send({ method: 'DELETE', url: '/api/session' })).status).toBe(200)
    expect(await person.send({ url: '/api/me' })).toMatchObject({ status: 401 })
  })

  it('is a cookie that scripts and other sites do not get', async () => {
    const { email, password } = await alpha.center.person('floor')
    const answered = await world.nobody.send({
      ...{ method: 'POST', url: '/api/session', payload: { email, password } },
    })
    const cookies = [answered.headers['set-cookie']].flat().map(String)
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/HttpOnly/i)
      expect(cookie).toMatch(/SameSite=Lax/i)
    }
    expect(JSON.stringify(answered.body)).not.toContain('session_token')
  })
})
