import { type Center } from '../world/center.ts'
import { type World } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const day = 86_400_000

/** What colleagues needed for calls of this kind, in seconds. */
const usually = [
  ...[150, 170, 175, 178, 179, 185, 200, 220, 240, 260, 280, 300, 320, 340, 360, 400, 420, 450],
  ...[480, 500, 540, 560, 600, 620, 660, 700, 720, 780, 840, 900, 960, 1020, 1100, 1200, 1320],
  ...[1500, 1620, 1800, 2100, 2700],
]
const colleagues = ['ana', 'bo', 'cy', 'dee']

/** Said of the calls of the story: by whom, how long, when, and whose. */
export type StoryCall = {
  id: string
  rep: string
  seconds: number
  customer?: string
  days?: number
}

export const storyCall = (
  now: number,
  { id, rep, seconds, customer, days = 10 }: StoryCall,
): ReturnType<typeof callRecord> =>
  callRecord({
    ...{ externalId: id, queue: 'tech', issue: 'no internet' },
    ...(customer === undefined ? {} : { customer }),
    startedAt: new Date(now - days * day).toISOString(),
    legs: [legRecord({ rep, talkSeconds: seconds })],
  })

/** Puts calls among so many ordinary ones that long ones show, and closes their windows. */
export async function tellStory(
  world: World,
  center: Center,
  story: readonly StoryCall[],
): Promise<void> {
  const now = world.clock.now()
  await center.deliver(
    ...usually.map((seconds, place) =>
      storyCall(now, {
        ...{ id: `usual ${place}`, rep: colleagues[place % 4]!, seconds, days: 30 + (place % 7) },
      }),
    ),
    ...story.map((each) => storyCall(now, each)),
  )
  await center.completeUntil(now)
  await world.house.balance.lookAtAll()
}
