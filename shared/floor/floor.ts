import { Type, type Static, type TSchema } from 'typebox'
import { OrNull } from '../wire/or-null.ts'

const Count = Type.Integer({ minimum: 0 })
/** One of these for each name; whatever a phone system calls its queues. */
const ByName = <Part extends TSchema>(part: Part) =>
  Type.Unsafe<Record<string, Static<Part>>>({ type: 'object', additionalProperties: part })
const Instant = Type.Number({ description: 'Epoch milliseconds.' })

/** A queue as it is: who waits, since when, and how many are being helped. */
export const QueueNow = Type.Object({
  waiting: Count,
  /** When the call that has waited longest began to wait; null where none does. */
  waitingSince: OrNull(Instant),
  helped: Count,
})
export type QueueNow = Static<typeof QueueNow>

/**
 * How many reps are doing what. Those whose source has not been heard of for long, or who have
 * said nothing for half a day, are counted apart.
 */
export const PeopleNow = Type.Object({
  ...{ available: Count, ringing: Count, onCall: Count, onHold: Count },
  ...{ inWrapUp: Count, away: Count, notHeardOf: Count },
})
export type PeopleNow = Static<typeof PeopleNow>

/** A call answered within this long counts as answered in time: the usual 20 seconds. */
export const answerSecondsTarget = 20

/** What became of a queue's calls today, from the call records. */
export const QueueDay = Type.Object({
  /** The four counts of the service level (shared/balance/service-level.ts). */
  answered: Count,
  abandoned: Count,
  answeredWithinTarget: Count,
  abandonedWithinTarget: Count,
  /** Neither: the call left the queue without a rep and without the customer giving up. */
  sentElsewhere: Count,
  /** Answered, and solved by somebody's word. */
  resolved: Count,
  /** Answered, and their window has not closed: nobody can know yet. */
  open: Count,
  /** Calls of which it can be told whether the customer came back: their issue and customer are known. */
  linkable: Count,
  /** Those of them with which the customer came back about the same thing. */
  returns: Count,
  /** How long most who called in the last hour waited; null where fewer than ten did. */
  usualWaitSeconds: OrNull(Type.Integer({ minimum: 0 })),
})
export type QueueDay = Static<typeof QueueDay>

/** A supervisor's line for everybody; whose it is stays with the server. */
export const Mood = Type.Object({ text: Type.String(), at: Instant })
export type Mood = Static<typeof Mood>

/**
 * A call that was solved for good, on the board because its rep wants it there. Nothing in it leads
 * to the call or the rep.
 */
export const ShownRecognition = Type.Object({
  id: Type.String({ description: 'Drawn by lot, so that it says nothing of the call.' }),
  /** Of a call that is recognized for being long and solved; null where it ended a chain. */
  minutes: OrNull(Type.Integer({ minimum: 1 })),
  issue: OrNull(Type.String()),
})
export type ShownRecognition = Static<typeof ShownRecognition>

/** A board shows at most this many calls that were solved for good. */
export const shownRecognitionsLimit = 12

/** What a rep has found and shared, the same all day; no name. */
export const DayWord = Type.Object({ text: Type.String() })
export type DayWord = Static<typeof DayWord>

/** What the board shows. It holds no rep's name and no time of a rep. */
export const Floor = Type.Object({
  queues: ByName(QueueNow),
  days: ByName(QueueDay),
  people: PeopleNow,
  /** When each source was last heard of. */
  sources: ByName(Instant),
  mood: OrNull(Mood),
  recognitions: Type.Array(ShownRecognition),
  word: OrNull(DayWord),
  /** Rises whenever who may need help may have changed. */
  helpRevision: Count,
})
export type Floor = Static<typeof Floor>

/** One change of the floor. Each says the new state of a part as a whole. */
export const FloorEvent = Type.Union([
  Type.Object({
    kind: Type.Enum(['queue_changed']),
    queue: Type.String(),
    /** Null where nobody waits or is helped in it any more. */
    now: OrNull(QueueNow),
  }),
  Type.Object({
    kind: Type.Enum(['day_changed']),
    queue: Type.String(),
    day: OrNull(QueueDay),
  }),
  Type.Object({ kind: Type.Enum(['people_changed']), people: PeopleNow }),
  Type.Object({
    kind: Type.Enum(['source_was_heard']),
    source: Type.String(),
    /** Null where it has not been heard of for so long that it is not waited for any more. */
    at: OrNull(Instant),
  }),
  Type.Object({ kind: Type.Enum(['mood_changed']), mood: OrNull(Mood) }),
  Type.Object({
    kind: Type.Enum(['recognitions_changed']),
    recognitions: Type.Array(ShownRecognition),
  }),
  Type.Object({ kind: Type.Enum(['word_changed']), word: OrNull(DayWord) }),
  Type.Object({ kind: Type.Enum(['help_changed']), revision: Count }),
])
export type FloorEvent = Static<typeof FloorEvent>

export const nobodyThere: PeopleNow = {
  ...{ available: 0, ringing: 0, onCall: 0, onHold: 0, inWrapUp: 0, away: 0, notHeardOf: 0 },
}

export const emptyFloor: Floor = {
  ...{ queues: {}, days: {}, people: nobodyThere, sources: {}, mood: null, recognitions: [] },
  ...{ word: null, helpRevision: 0 },
}
