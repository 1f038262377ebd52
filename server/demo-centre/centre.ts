import { type Api, type Speaker } from './api.ts'
import { type WrittenReflection } from './words/reflect.ts'
import { type SimulatedCall } from './world/simulated-call.ts'
import { type World } from './world/world.ts'

/** What the simulated centre needs from whoever opens it. */
export type CentreGiven = {
  /** Where the public API is, such as http://127.0.0.1:8080. */
  baseUrl: string
  /** The same seed and the same first day give the same calls. */
  seed: number
  /** Epoch milliseconds. */
  now: () => number
  wait: (milliseconds: number) => Promise<void>
  log: (sentence: string) => void
  /** Closes the centre: nothing is sent any more. */
  signal: AbortSignal
  /** Days told at the first start, and at most caught up with at a later one. */
  historyDays?: number
  /** Records a request; at most as many as the API takes. */
  recordsPerRequest?: number
  /** The code printed at the start, where the API asks for it. */
  setupCode?: string
}

/** An open centre: who speaks for it, and how far its phone system has told its calls. */
export type Centre = {
  given: CentreGiven
  api: Api
  world: World
  days: (day: number) => readonly SimulatedCall[]
  admin: Speaker
  phone: Speaker
  /** Reps' sessions by address; more are opened as reps begin to write. */
  sessions: Map<string, Speaker>
  /** Seconds since 1970: everything known up to here is told. */
  toldUntil: number
  /** What the phone system has last said about that, which is less: calls may be under way. */
  saidComplete: number
  /** Up to when the floor is told, in seconds since 1970; null before the first time. */
  floorToldUntil: number | null
  /** When something was last told of it. */
  floorTold: number
  /** When it was last looked who celebrates, and which reps did on which day. */
  celebratedAt: number
  celebrated: Set<string>
  /** Reflections in the making: their calls are told, their time has not come. */
  unwritten: WrittenReflection[]
}

export const secondsNow = ({ now }: CentreGiven) => Math.floor(now() / 1_000)
