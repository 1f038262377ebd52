import { beforeEach, describe, expect, it } from 'vitest'
import * as roster from '../../shared/roster/contract.ts'
import * as displays from '../../shared/roster/display-contract.ts'
import { callerOf } from '../world/caller.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openWorld } from '../world/open-world.ts'
import { requestOf } from '../world/request-of.ts'
import { beginPairing, claim, cookieOf } from '../world/wall.ts'

const world = await openWorld()
const minute = 60

let center: Center
let admin: Signed

beforeEach(async () => {
  center = await world.center()
  admin = await center.person('admin')
})

const begin = () => beginPairing(world)
const pair = (code: string, name = 'Hall') =>
  admin.tell(displays.pairDisplay, { body: { code, name } })
const refusedPair = (who: Signed, code: string) =>
  who.refused(displays.pairDisplay, { body: { code, name: 'Hall' } })
const listed = async (who = admin) => (await who.ask(displays.displays)).items
const stateOf = async (secret: string) =>
  (await claim(world, secret)).body as { state: string; secondsLeft: number | null }

describe('pairing', () => {
  it('goes from a code on the screen to a display that knows who it is', async () => {
    const { code, secret, expiresAt, secondsLeft } = await begin()
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(Date.parse(expiresAt) - world.clock.now()).toBe(600_000)
    expect(secondsLeft).toBe(600)
    world.clock.pass(3)
    expect(await stateOf(secret)).toEqual({ state: 'waiting', secondsLeft: 597 })

    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect(await pair(typed, ' Hall, north ')).toMatchObject({
      ...{ name: 'Hall, north', lastSeenAt: null, isSignedIn: true },
      ...{ pairedBy: (await admin.ask(roster.me)).name },
      pairedAt: new Date(world.clock.now()).toISOString(),
    })
    const claimed = await claim(world, secret)
    expect(claimed.body).toEqual({ state: 'paired', secondsLeft: null })
    const wall = callerOf(world.house.app, { cookie: cookieOf(claimed) })
    expect(await wall.ask(roster.me)).toEqual({
      ...{ userId: null, name: 'Hall, north', email: null, role: 'floor', rep: null, teams: [] },
      organization: { id: center.id, name: center.name, isSimulated: false },
    })
  })

  it('gives a cookie that scripts and other sites do not get, and renews it', async () => {
    const { code, secret } = await begin()
    await pair(code)
    const claimed = await claim(world, secret)
    const cookie = String(claimed.headers['set-cookie'])
    expect(cookie).toMatch(/^wellspent\.display=[\w-]{43}; Max-Age=34560000;/)
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/)
    expect(JSON.stringify(claimed.body)).not.toContain(cookieOf(claimed).split('=')[1])
    const wall = callerOf(world.house.app, { cookie: cookieOf(claimed) })
    const me = await wall.send({ url: '/api/me' })
    expect(me.headers['set-cookie']).toBe(cookie)
  })

  it('keeps neither secret nor token where it could be read', async () => {
    const { code, secret } = await begin()
    await pair(code)
    const token = cookieOf(await claim(world, secret)).split('=')[1]!
    const rows = await world.database.reading<{ row: string }[]>`
      select row_to_json(p)::text as row from pairing p
      union all select row_to_json(d)::text from display d`
    const kept = rows.map(({ row }) => row).join()
    expect(kept).toContain(code)
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(token)
  })

  it('signs out whoever had signed in on the display to get this far', async () => {
    const { code, secret } = await begin()
    await pair(code)
    const helper = await center.person('supervisor')
    const claimed = await claim(world, secret, { cookie: helper.cookie })
    expect((await helper.send({ url: '/api/me' })).status).toBe(401)
    const wall = callerOf(world.house.app, { cookie: cookieOf(claimed) })
    expect(await wall.ask(roster.me)).toMatchObject({ role: 'floor', userId: null })
  })

  it('is over after ten minutes, for the display and for whoever enters its code', async () => {
    const { code, secret } = await begin()
    world.clock.pass(10 * minute)
    expect(await stateOf(secret)).toEqual({ state: 'expired', secondsLeft: null })
    expect(await refusedPair(admin, code)).toMatchObject({
      ...{ status: 404, reason: 'pairing_code_unknown' },
    })
    expect(await listed()).toEqual([])
  })

  it('that was entered in the last second can still be claimed', async () => {
    const { code, secret } = await begin()
    world.clock.pass(10 * minute - 1)
    await pair(code)
    world.clock.pass(minute)
    expect(await stateOf(secret)).toMatchObject({ state: 'paired' })
  })

  it('is used once: by whoever enters the code first', async () => {
    const { code, secret } = await begin()
    const tries = await Promise.all([0, 1, 2].map(() => sendCode(code)))
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    const claimed = await claim(world, secret)
    await callerOf(world.house.app, { cookie: cookieOf(claimed) }).ask(roster.me)
    expect(await stateOf(secret)).toMatchObject({ state: 'expired' })
    expect(await listed()).toHaveLength(1)
  })

  it('can be claimed again while the cookie has never been shown, and only the last one counts', async () => {
    const { code, secret } = await begin()
    await pair(code)
    const lost = cookieOf(await claim(world, secret))
    const kept = cookieOf(await claim(world, secret))
    const meWith = async (cookie: string) =>
      (await callerOf(world.house.app, { cookie }).send({ url: '/api/me' })).status
    expect(await meWith(lost)).toBe(401)
    expect(await meWith(kept)).toBe(200)
  })

  it('with a secret that is none is over', async () => {
    expect(await stateOf('no such secret')).toMatchObject({ state: 'expired' })
  })
})

const sendCode = (code: string, who = admin) =>
  who.send(requestOf(displays.pairDisplay, { body: { code, name: 'Hall' } }))

describe('a wrong code', () => {
  it('is said to be one, and one that can be none is said at its field', async () => {
    expect(await refusedPair(admin, 'BCDF GHJK')).toMatchObject({ reason: 'pairing_code_unknown' })
    expect(await refusedPair(admin, 'AEIO 0123')).toMatchObject({
      ...{ status: 400, fields: [{ field: 'code' }] },
    })
  })

  it('is taken twenty times in a quarter of an hour, for one organization', async () => {
    const tries = await Promise.all(Array.from({ length: 23 }, () => sendCode('BCDF GHJK')))
    expect(tries.filter(({ status }) => status === 404)).toHaveLength(20)
    const { code } = await begin()
    const refused = await refusedPair(admin, code)
    expect(refused).toMatchObject({ status: 429, reason: 'too_many_codes' })
    expect(refused.message).toContain('Wait a quarter of an hour')
    const elsewhere = await (await world.center()).person('admin')
    expect((await sendCode((await begin()).code, elsewhere)).status).toBe(200)
    world.clock.pass(15 * minute)
    await pair((await begin()).code)
  })

  it('is not counted where it was right', async () => {
    for (let entered = 0; entered < 21; entered += 1) await pair((await begin()).code)
    expect(await listed()).toHaveLength(21)
  })
})

describe('pairings', () => {
  it('are limited for one address', async () => {
    const request = { ...requestOf(displays.startPairing, {}), remoteAddress: '10.9.9.9' }
    const codes = []
    for (let begun = 0; begun < 61; begun += 1) codes.push(await world.nobody.send(request))
    expect(codes.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(60)
    expect(codes.at(-1)).toMatchObject({ status: 429, body: { reason: 'too_many_requests' } })
  })

  it('are limited altogether, and those that are over make room', async () => {
    await world.database.writing`
      insert into pairing (secret_hash, code, expires_at)
      select 'filled ' || n, 'filled ' || n, ${new Date(world.clock.now() + 1000)}::timestamptz
      from generate_series(1, 1000) n`
    expect(await world.nobody.refused(displays.startPairing)).toMatchObject({
      ...{ status: 429, reason: 'pairings_full' },
    })
    world.clock.pass(1)
    await begin()
    const [left] = await world.database.reading`
      select count(*)::int as n from pairing where code like 'filled%'`
    expect(left).toEqual({ n: 0 })
  })
})
