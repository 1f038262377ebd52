import { type PresenceEvent } from '../../shared/floor/presence.ts'
import { type Hear } from '../floor/open-hearing.ts'
import { type LogFiles } from '../intake/follow/log-files.ts'
import { type LogFloor } from '../intake/presence/log-floor.ts'
import { tellFloor } from '../tell-floor.ts'

/** In quiet times the floor is told once a minute that the log is watched. */
const aliveMilliseconds = 60_000

type Needs = {
  floor: LogFloor
  files: LogFiles
  hear: Hear
  organizationId: number
  source: string
  clock: () => number
  log: (sentence: string) => void
}

/**
 * Tells the floor what a followed log has come to, whenever there is nothing left to read. Calls
 * come first: what could not be told is not kept, but told as it then stands the next time. It
 * never fails, and says once that it can't tell.
 */
export function openLogTelling(needs: Needs) {
  const { floor, files, organizationId, source, clock, log } = needs
  let toldAt = -Infinity
  let isFailing = false

  const tell = async (events: readonly PresenceEvent[]): Promise<void> => {
    await tellFloor(needs.hear, organizationId, events)
    toldAt = clock()
  }
  const tellWhatIsNew = async (): Promise<void> => {
    const { events, said } = floor.unsaid(clock())
    if (events.length > 0) await tell(events)
    said()
    const now = clock()
    if (now - toldAt < aliveMilliseconds || !(await files.current())) return
    await tell([{ kind: 'alive', source, at: new Date(now).toISOString() }])
  }
  return async (): Promise<void> => {
    try {
      await tellWhatIsNew()
      isFailing = false
    } catch (error) {
      if (!isFailing) log(failedSentence(error))
      isFailing = true
    }
  }
}

const failedSentence = (error: unknown): string =>
  `The live board can't be told what the log says: ${error instanceof Error ? error.message : String(error)}. Calls are stored all the same, and the board is told how it stands as soon as that is possible.`
