import { Type, type Static } from 'typebox'
import { legsPerCallLimit } from '../calls/call-record.ts'
import { RepName } from '../roster/person.ts'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { Snapshot } from './floor-message.ts'

const everybody = { roles: ['rep', 'supervisor', 'admin', 'floor'] } as const
const leaders = { roles: ['supervisor', 'admin'] } as const

export const hearEvents = command({
  summary:
    'Takes what a phone system tells of the floor: who is doing what, who waits. A bad event costs only itself; what the reply says is on disk.',
  method: 'POST',
  path: '/api/floor/events',
  audience: { roles: [], scope: 'calls:write' },
  params: Nothing,
  body: Type.Unknown({
    description: 'A presence event, an array of them, or NDJSON (application/x-ndjson).',
  }),
  reply: Type.Object({
    /** Events that say something newer than what was known. */
    accepted: Type.Integer(),
    /** Repeated, or overtaken by a later one. */
    unchanged: Type.Integer(),
    refused: Type.Array(
      Type.Object({
        index: Type.Integer(),
        field: OrNull(Type.String()),
        message: Type.String(),
      }),
    ),
  }),
  refusals: ['malformed_body', 'body_too_large', 'too_many_records', 'too_busy'],
})
export type EventsReply = Static<typeof hearEvents.reply>

export const watch = question({
  summary:
    'The floor as it is now; as a WebSocket, what changes on it as well (docs/floor-protocol.md).',
  path: '/api/floor',
  audience: everybody,
  params: Nothing,
  query: Type.Object({}),
  reply: Snapshot,
  refusals: ['too_busy'],
})

export const moodLengthLimit = 120

export const setMood = command({
  summary: 'Puts a line for everybody on the board, or takes it off.',
  method: 'PUT',
  path: '/api/floor/mood',
  audience: leaders,
  params: Nothing,
  body: Type.Object({ text: OrNull(Type.String({ minLength: 1, maxLength: moodLengthLimit })) }),
  reply: Type.Object({}),
  refusals: [],
})

/** Why somebody may be glad of help, always with what it is measured by. */
export const HelpReason = Type.Union([
  Type.Object({
    kind: Type.Enum(['long_on_hold']),
    since: Type.Number(),
    /** Nine of ten holds of calls like it are over by then. */
    usualSeconds: Type.Integer(),
    calls: Type.Integer(),
  }),
  Type.Object({
    kind: Type.Enum(['long_in_queue']),
    since: Type.Number(),
    /** Nine of ten waits in this queue are over by then. */
    usualSeconds: Type.Integer(),
    calls: Type.Integer(),
  }),
  Type.Object({ kind: Type.Enum(['called_before']), times: Type.Integer() }),
])
export type HelpReason = Static<typeof HelpReason>

export const HelpLine = Type.Object({
  id: Id,
  queue: OrNull(Type.String()),
  /** Who is with the customer; null while the customer waits. */
  rep: OrNull(RepName),
  reasons: Type.Array(HelpReason, { minItems: 1 }),
  helpedBy: OrNull(Type.String()),
})
export type HelpLine = Static<typeof HelpLine>

export const help = question({
  summary: 'Calls on the line where somebody may be glad of help now, of the reps one leads.',
  path: '/api/floor/help',
  audience: leaders,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(HelpLine),
  refusals: [],
})

export const offerHelp = command({
  summary: 'Says that the supervisor is helping with a call on the line, or no longer.',
  method: 'PUT',
  path: '/api/floor/help/:lineId',
  audience: leaders,
  params: Type.Object({ lineId: Id }),
  body: Type.Object({ isHelping: Type.Boolean() }),
  reply: Type.Object({}),
  refusals: ['line_unknown'],
})

export const shownRecognitions = question({
  summary: "The signed-in rep's own recognized calls that they have put on today's board.",
  path: '/api/floor/recognitions',
  audience: { roles: ['rep'] },
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Type.Object({ callId: Id, legNo: Type.Integer() })),
  refusals: [],
})

export const showRecognition = command({
  summary:
    "Puts the signed-in rep's own recognized call on the board until midnight, without a name, or takes it off.",
  method: 'PUT',
  path: '/api/floor/recognitions/:callId/:legNo',
  audience: { roles: ['rep'] },
  params: Type.Object({
    callId: Id,
    legNo: Type.Integer({ minimum: 1, maximum: legsPerCallLimit }),
  }),
  body: Type.Object({ isShown: Type.Boolean() }),
  reply: Type.Object({}),
  refusals: ['call_unknown', 'not_recognized'],
})
