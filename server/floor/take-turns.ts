import { batchMilliseconds, type FloorMessage } from '../../shared/floor/floor-message.ts'
import { clamp } from '../../shared/measure/clamp.ts'

/** Where the database does not answer, it is asked again after this. */
const failedMilliseconds = 1_000

/** When a floor moved last, and whether it moves, or is to. */
export type Turn = {
  movedAt: number
  timer: NodeJS.Timeout | undefined
  moving: Promise<FloorMessage> | null
  isDue: boolean
}

export const firstTurn: Turn = {
  ...{ movedAt: -Infinity, timer: undefined, moving: null, isDue: false },
}

type Needs = { clock: () => number; log: (error: unknown) => void }

/** Lets each floor move when it is due, not more often than batches are told, and once at a time. */
export function openTurns<Kept extends Turn>(
  move: (organizationId: number, kept: Kept) => Promise<FloorMessage>,
  { clock, log }: Needs,
) {
  let isStopped = false

  /** Who asks while it moves gets the move that is under way. */
  const moveOnce = (organizationId: number, kept: Kept): Promise<FloorMessage> => {
    if (kept.moving) return kept.moving
    kept.isDue = false
    const moving = move(organizationId, kept)
      .then((message) => {
        kept.movedAt = clock()
        return message
      })
      .finally(() => {
        kept.moving = null
        if (kept.isDue) plan(organizationId, kept)
      })
    kept.moving = moving
    return moving
  }

  const plan = (organizationId: number, kept: Kept): void => {
    kept.isDue = true
    if (kept.timer !== undefined || kept.moving) return
    // However the clock was set meanwhile, nobody waits for longer.
    const wait = clamp(kept.movedAt + batchMilliseconds - clock(), 0, batchMilliseconds)
    moveIn(wait, organizationId, kept)
  }

  const moveIn = (milliseconds: number, organizationId: number, kept: Kept): void => {
    if (isStopped) return
    kept.timer = setTimeout(() => {
      kept.timer = undefined
      moveOnce(organizationId, kept).catch((error: unknown) => {
        log(error)
        if (kept.timer === undefined) moveIn(failedMilliseconds, organizationId, kept)
      })
    }, milliseconds)
  }

  return {
    moveOnce,
    plan,
    /** Nothing moves by itself any more. */
    stop: (): void => {
      isStopped = true
    },
  }
}
