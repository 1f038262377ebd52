import { callRecord, legRecord } from '../world/records.ts'
import { type Center, type Signed } from '../world/center.ts'
import { openHouse, type OpenHouse } from './open-house.ts'

const day = 86_400_000
const startsAt = '2026-03-16T10:00:00Z'
const now = Date.parse(startsAt)

/** METHOD's example: colleagues' handle times for calls about the internet, in seconds. */
const usually = [
  ...[150, 170, 175, 178, 179, 185, 200, 220, 240, 260, 280, 300, 320, 340, 360, 400, 420, 450],
  ...[480, 500, 540, 560, 600, 620, 660, 700, 720, 780, 840, 900, 960, 1020, 1100, 1200, 1320],
  ...[1500, 1620, 1800, 2100, 2700],
]

/**
 * A call center in which the story has happened: three calls of one customer, the third long and,
 * a week later, the last one.
 */
export type FurnishedHouse = OpenHouse & {
  lane: Center
  rita: Signed
  supervisor: Signed
  admin: Signed
  floor: Signed
  longCallId: number
}

export async function furnishedHouse(): Promise<FurnishedHouse> {
  const house = await openHouse(startsAt)
  const center = await house.center('Harbour Lane')
  const team = await center.team('Internet')
  const names = ['Ana', 'Bo', 'Cy', 'Dee']
  for (const name of names) await center.rep(name, team)
  const repId = await center.rep('Rita', team)
  const call = (rep: string, seconds: number, daysAgo: number, customer?: string) =>
    callRecord({
      ...{ queue: 'Technical support', issue: 'no internet', audience: 'consumer' },
      ...(customer === undefined ? {} : { customer }),
      startedAt: new Date(now - daysAgo * day).toISOString(),
      externalId: `${rep} ${seconds} ${daysAgo}`,
      legs: [legRecord({ rep, talkSeconds: seconds, ending: 'completed', endedBy: 'customer' })],
    })
  await center.deliver(
    ...usually.map((seconds, place) => call(names[place % 4]!, seconds, 30 + (place % 7))),
    call('Ana', 150, 13, '+49 30 901820'),
    call('Bo', 200, 10, '+49 30 901820'),
    call('Rita', 1680, 8, '+49 30 901820'),
    call('Rita', 400, 3),
    call('Rita', 300, 2),
    call('Rita', 610, 1),
    callRecord({
      queue: 'Billing',
      issue: 'invoice',
      startedAt: new Date(now - day).toISOString(),
      legs: [legRecord({ rep: 'Ana' })],
    }),
    callRecord({ startedAt: '2031-01-01T00:00:00Z', externalId: 'from the future' }),
  )
  await center.completeUntil(now)
  await house.house.balance.lookAtAll()
  return {
    ...house,
    lane: center,
    rita: await center.person('rep', { repId }),
    supervisor: await center.person('supervisor', { teamIds: [team] }),
    admin: await center.person('admin'),
    floor: await center.person('floor'),
    longCallId: await center.callId('Rita 1680 8'),
  }
}
