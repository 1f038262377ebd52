import * as displays from '../../shared/roster/display-contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { type Answered, callerOf, type Caller } from './caller.ts'
import { type World } from './open-world.ts'
import { requestOf } from './request-of.ts'

/** A display that is paired, and the cookie by which it is known. */
export type Wall = Caller & { id: number; cookie: string }

type Begun = ReplyOf<typeof displays.startPairing>
let addresses = 0

/** A display, each at an address of its own, begins a pairing. */
export async function beginPairing({ nobody }: World): Promise<Begun> {
  addresses += 1
  const remoteAddress = `10.1.${addresses >> 8}.${addresses & 255}`
  const answered = await nobody.send({ ...requestOf(displays.startPairing, {}), remoteAddress })
  if (answered.status === 200) return answered.body as Begun
  throw new Error(`No pairing: ${JSON.stringify(answered.body)}`)
}

/** What a display is answered when it claims its pairing. */
export const claim = ({ nobody }: World, secret: string, headers = {}): Promise<Answered> =>
  nobody.send({ ...requestOf(displays.claimPairing, { body: { secret } }), headers })

/** What a browser keeps of an answer's cookies. */
export const cookieOf = ({ headers }: Answered): string =>
  [headers['set-cookie']]
    .flat()
    .map((each) => String(each).split(';')[0] ?? '')
    .filter((each) => !each.endsWith('='))
    .join('; ')

/** Pairs a display and claims its cookie, as display and administrator do together. */
export async function hangUp(world: World, admin: Caller, name = 'Hall'): Promise<Wall> {
  const { code, secret } = await beginPairing(world)
  const { id } = await admin.tell(displays.pairDisplay, { body: { code, name } })
  const cookie = cookieOf(await claim(world, secret))
  return { ...callerOf(world.house.app, { cookie }), id, cookie }
}
