import { beginningOf, type FollowState } from '../../../server/intake/follow/follow-state.ts'
import { takeBytes } from '../../../server/intake/follow/take-bytes.ts'
import { openLogFloor } from '../../../server/intake/presence/log-floor.ts'
import { type SavedReps } from '../../../server/intake/presence/log-reps.ts'
import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { settingsWith } from '../adapters/adapter-property.ts'

const settings = settingsWith({ country: 'DE', names: { wrapReason: 'wrap' } })

/** Follows lines as they come, and hears what the floor is told of them. */
export function openFollower(now: number) {
  let state: FollowState = beginningOf()
  const given = { ...settings, now }
  let floor = openLogFloor(given)
  const heard: PresenceEvent[] = []
  const read = (text: string): void => {
    const bytes = new TextEncoder().encode(`${text}\n`)
    const step = takeBytes(state, { bytes, head: bytes, isEnd: false }, given)
    if (!step) return
    state = step.state
    floor.hear(step.states)
    floor.take({ ...step, book: state.book })
  }
  const tell = (): PresenceEvent[] => {
    const { events, said } = floor.unsaid(now)
    said()
    heard.push(...events)
    return events
  }
  return {
    ...{ heard, read, tell },
    lineByLine: (text: string): void => {
      for (const line of text.split('\n')) {
        read(line)
        tell()
      }
    },
    unsaid: () => floor.unsaid(now).events,
    restart: (): void => {
      const saved = JSON.stringify({ book: state.book, reps: floor.savedReps() })
      const { book, reps } = JSON.parse(saved) as { book: FollowState['book']; reps: SavedReps }
      floor = openLogFloor(given)
      floor.begin(book, reps)
    },
  }
}
