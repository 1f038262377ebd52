import { beforeEach, describe, expect, it } from 'vitest'
import * as roster from '../../shared/roster/contract.ts'
import * as displays from '../../shared/roster/display-contract.ts'
import { everyEndpoint } from '../house/every-endpoint.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { requestOf } from '../world/request-of.ts'
import { beginPairing, claim, hangUp } from '../world/wall.ts'

const world = await openWorld()
const day = 86_400

let center: Center
let admin: Signed

beforeEach(async () => {
  center = await world.center()
  admin = await center.person('admin')
})

const listed = async (who = admin) => (await who.ask(displays.displays)).items

describe('a display', () => {
  it('sees nothing but what is open to the floor', async () => {
    const wall = await hangUp(world, admin)
    const closed: string[] = []
    const endpoints = [...(await everyEndpoint())].filter(
      ([, { audience }]) => audience !== 'anyone',
    )
    const isOpen = ([, { audience }]: (typeof endpoints)[number]) =>
      audience !== 'anyone' && audience.roles.includes('floor')
    for (const [name, endpoint] of endpoints.filter((each) => !isOpen(each))) {
      const params = Object.fromEntries(
        Object.keys(endpoint.params.properties).map((key) => [key, 1]),
      )
      const body = endpoint.method === 'GET' ? {} : { body: {} }
      const answered = await wall.send(requestOf(endpoint, { params, ...body }))
      expect(answered, name).toMatchObject({ status: 403, body: { reason: 'role_not_allowed' } })
      closed.push(name)
    }
    expect(closed.length).toBeGreaterThan(50)
    const open = endpoints.filter(isOpen).map(([name]) => name)
    const ofPeople = open.filter((name) => !name.includes('/api/floor'))
    expect(ofPeople.sort()).toEqual(['DELETE /api/session', 'GET /api/me'])
  })

  it('is seen at most once a minute', async () => {
    const wall = await hangUp(world, admin)
    const seenAt = async () => (await listed())[0]!.lastSeenAt
    expect(await seenAt()).toBeNull()
    const first = new Date(world.clock.now()).toISOString()
    await wall.ask(roster.me)
    world.clock.pass(59)
    await wall.ask(roster.me)
    expect(await seenAt()).toBe(first)
    world.clock.pass(1)
    await wall.ask(roster.me)
    expect(await seenAt()).toBe(new Date(world.clock.now()).toISOString())
  })

  it('is out with its next request when it is removed', async () => {
    const wall = await hangUp(world, admin)
    await wall.ask(roster.me)
    const params = { displayId: wall.id }
    await admin.tell(displays.revokeDisplay, { params })
    expect(await wall.refused(roster.me)).toMatchObject({ status: 401, reason: 'not_signed_in' })
    expect(await listed()).toEqual([])
    expect(await admin.refused(displays.revokeDisplay, { params })).toMatchObject({
      ...{ status: 404, reason: 'display_unknown' },
    })
  })

  it('that was removed before it fetched its cookie never gets one', async () => {
    const { code, secret } = await beginPairing(world)
    const { id } = await admin.tell(displays.pairDisplay, { body: { code, name: 'Hall' } })
    await admin.tell(displays.revokeDisplay, { params: { displayId: id } })
    expect((await claim(world, secret)).body).toMatchObject({ state: 'expired' })
  })

  it('has to be paired again when nobody has seen it for ninety days', async () => {
    const wall = await hangUp(world, admin)
    await wall.ask(roster.me)
    world.clock.pass(90 * day - 1)
    await wall.ask(roster.me)
    world.clock.pass(90 * day)
    expect(await wall.refused(roster.me)).toMatchObject({ reason: 'not_signed_in' })
    const later = await center.person('admin')
    expect(await listed(later)).toMatchObject([{ id: wall.id, isSignedIn: false }])
  })

  it('signs itself out for good', async () => {
    const wall = await hangUp(world, admin)
    const out = await wall.send({ method: 'DELETE', url: '/api/session' })
    expect(String(out.headers['set-cookie'])).toMatch(/^wellspent\.display=; Max-Age=0;/)
    expect(await wall.refused(roster.me)).toMatchObject({ reason: 'not_signed_in' })
    expect(await listed()).toEqual([])
  })

  it('is known to have been one after it is out, until a person signs in there', async () => {
    const wall = await hangUp(world, admin)
    expect(await world.nobody.ask(roster.setup)).toMatchObject({ isDisplay: false })
    const signIn = { method: 'POST', url: '/api/session', payload: credentials(admin) } as const
    expect(String((await wall.send(signIn)).headers['set-cookie'])).not.toContain('display')
    await admin.tell(displays.revokeDisplay, { params: { displayId: wall.id } })
    expect(await wall.ask(roster.setup)).toMatchObject({ isDisplay: true })
    const cookies = [(await wall.send(signIn)).headers['set-cookie']].flat().map(String)
    expect(cookies.some((each) => each.startsWith('wellspent.display=; Max-Age=0'))).toBe(true)
  })

  it("is its organization's alone", async () => {
    const wall = await hangUp(world, admin)
    const other = await (await world.center()).person('admin')
    expect(await listed(other)).toEqual([])
    const params = { displayId: wall.id }
    expect(await other.refused(displays.revokeDisplay, { params })).toMatchObject({ status: 404 })
    expect(await wall.ask(roster.me)).toMatchObject({ organization: { id: center.id } })
  })

  it('stands in pages of the list, in the order of pairing', async () => {
    for (const name of ['a', 'b', 'c']) await hangUp(world, admin, name)
    const first = await admin.ask(displays.displays, { query: { limit: 2 } })
    expect(first.items.map(({ name }) => name)).toEqual(['a', 'b'])
    const rest = await admin.ask(displays.displays, { query: { after: first.next, limit: 2 } })
    expect(rest).toMatchObject({ items: [{ name: 'c' }], next: null })
  })
})

const credentials = ({ email, password }: Signed) => ({ email, password })

it('the role floor of a person stays what it was', async () => {
  const person = await center.person('floor')
  expect(await person.ask(roster.me)).toMatchObject({ role: 'floor', email: person.email })
  expect((await person.send({ url: '/api/displays' })).status).toBe(403)
})
