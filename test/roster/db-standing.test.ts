import { beforeEach, expect, test } from 'vitest'
import { openStanding } from '../../server/roster/find-standing.ts'
import { type Standing, standingOf } from '../../server/http/asker.ts'
import { identifyBy } from '../../server/roster/identify.ts'
import { openSignIn } from '../../server/roster/sign-in.ts'
import * as roster from '../../shared/roster/contract.ts'
import * as displays from '../../shared/roster/display-contract.ts'
import { type Center, type Signed } from '../world/center.ts'
import { requestOf } from '../world/request-of.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { cookieOf, hangUp } from '../world/wall.ts'

const world = await openWorld()
const signIn = openSignIn(world.database, secret, 'http://127.0.0.1')
const identify = identifyBy(world.database, signIn, world.clock.now)
const findStanding = openStanding(world.database, world.clock.now)

let center: Center
let admin: Signed

beforeEach(async () => {
  center = await world.center()
  admin = await center.person('admin')
})

/** What a connection that is opened with these cookies rests on. */
async function standing({ cookie }: { cookie: string }): Promise<Standing> {
  const asker = await identify({ cookie, authorization: undefined })
  const found = asker && standingOf(asker)
  if (!found) throw new Error('Nobody is signed in by this cookie.')
  return found
}

const left = async (asked: readonly Standing[]) =>
  [...(await findStanding(asked))].map((each) => asked.indexOf(each))

test('who has signed out stands no longer; the same person on another device does', async () => {
  const [rep, other] = [await center.person('rep'), await center.person('supervisor')]
  const { email, password } = rep
  const again = await rep.send(requestOf(roster.signIn, { body: { email, password } }))
  const device = { cookie: cookieOf(again) }
  const asked = [await standing(rep), await standing(other), await standing(device)]
  expect(await left(asked)).toEqual([0, 1, 2])
  await rep.tell(roster.signOut)
  expect(await left(asked)).toEqual([1, 2])
})

test('whose session has run out stands no longer', async () => {
  const asked = [await standing(admin)]
  expect(await left(asked)).toEqual([0])
  await world.database.writing`update session set expires_at = now() - interval '1 second'`
  expect(await left(asked)).toEqual([])
})

test('who belongs to nobody any more stands no longer', async () => {
  const rep = await center.person('rep')
  const asked = [await standing(rep), await standing(admin)]
  await world.database.writing`
    delete from membership m using "user" u where u.id = m.user_id and u.email = ${rep.email}`
  expect(await left(asked)).toEqual([1])
})

test('a session and a display stand for their own organization alone', async () => {
  const wall = await hangUp(world, admin)
  const asked = [await standing(admin), await standing(wall)]
  const elsewhere = asked.map((each) => ({ ...each, organizationId: each.organizationId + 1 }))
  expect(await left(elsewhere)).toEqual([])
  expect(await left(asked)).toEqual([0, 1])
})

test('a display that only watches is seen, and out as soon as it is removed', async () => {
  const wall = await hangUp(world, admin)
  const asked = [await standing(wall)]
  world.clock.pass(3_600)
  expect(await left(asked)).toEqual([0])
  const { items } = await admin.ask(displays.displays)
  expect(items[0]?.lastSeenAt).toBe(new Date(world.clock.now()).toISOString())
  await admin.tell(displays.revokeDisplay, { params: { displayId: wall.id } })
  expect(await left(asked)).toEqual([])
})
