import { Type, type Static } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { RepName, TeamName } from '../roster/person.ts'
import { CallLine, OutcomeOfCall, TooFew } from './beside.ts'
import { CallFilterFields } from './call-filter.ts'
import { CallPage } from './call-page.ts'
import { RecordRefusal } from './record-refusal.ts'
import { callClasses, CallClassWord, ClaimWord, OutcomeWord } from './words.ts'

/** One request carries at most this much; more is refused whole. */
export const recordsPerRequestLimit = 10_000
export const requestBytesLimit = 16 * 1024 * 1024

/** Each as far as they may see: a rep their own calls. */
const everyone = { roles: ['rep', 'supervisor', 'admin'], scope: 'read' } as const

export const ingest = command({
  summary:
    'Takes call records: one object, a JSON array, or NDJSON. A bad record costs only itself; what the reply says is on disk.',
  method: 'POST',
  path: '/api/calls',
  audience: { roles: [], scope: 'calls:write' },
  params: Nothing,
  body: Type.Unknown({
    description: 'A canonical call record, an array of them, or NDJSON (application/x-ndjson).',
  }),
  reply: Type.Object({
    accepted: Type.Integer(),
    unchanged: Type.Integer(),
    superseded: Type.Integer(),
    refused: Type.Array(RecordRefusal),
  }),
  refusals: ['malformed_body', 'body_too_large', 'too_many_records', 'too_busy'],
})
export type IngestReply = Static<typeof ingest.reply>

export const list = question({
  summary: 'Calls, newest first, one line for each rep who had a part in one.',
  path: '/api/calls',
  audience: everyone,
  params: Nothing,
  query: Type.Object({ ...PageQuery, ...CallFilterFields }),
  reply: Page(CallLine),
  refusals: [],
})

export const mine = question({
  summary: "The signed-in rep's own recent calls, those without a reflection first.",
  path: '/api/my-calls',
  audience: { roles: ['rep'] },
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(CallLine),
  refusals: [],
})

const Share = Type.Union([
  Type.Object({
    count: Type.Integer(),
    of: Type.Integer(),
    /** 95 % Wilson interval of the share, as fractions. */
    low: Type.Number(),
    high: Type.Number(),
  }),
  Type.Object({ count: Type.Integer(), of: Type.Integer(), tooFew: TooFew }),
])

export const summary = question({
  summary: 'What the filtered calls took, beside what became of them.',
  path: '/api/calls/summary',
  audience: everyone,
  params: Nothing,
  query: Type.Object(CallFilterFields),
  reply: Type.Object({
    /** Up to when the records are complete, over all live feeds; null before the first call. */
    watermark: OrNull(Type.String()),
    legs: Type.Integer(),
    outcomes: Type.Object({
      resolved: Type.Integer(),
      notResolved: Type.Integer(),
      open: Type.Integer(),
      handedOn: Type.Integer(),
      notLinkable: Type.Integer(),
      notCounted: Type.Integer(),
    }),
    /** Of legs whose window has closed, by start date (METHOD 4.2). */
    resolvedShare: Share,
    /** Of legs whose 24 hours are over: the customer made another attempt within them. */
    returnWithin24h: Share,
    underTenSeconds: Share,
    handleTime: Type.Object({
      count: Type.Integer(),
      meanSeconds: OrNull(Type.Number()),
      meanLowSeconds: OrNull(Type.Number()),
      meanHighSeconds: OrNull(Type.Number()),
      medianSeconds: OrNull(Type.Number()),
    }),
    /** Legs by class; shares of classes use mature calls only. */
    classes: Type.Record(Type.Enum([...callClasses]), Type.Integer()),
  }),
  refusals: [],
})
export type Summary = Static<typeof summary.reply>

export const plane = question({
  summary: 'The plane: handle time relative to calls like it, in three lanes by outcome.',
  path: '/api/calls/plane',
  audience: everyone,
  params: Nothing,
  query: Type.Object(CallFilterFields),
  reply: Type.Object({
    legs: Type.Integer(),
    /** Legs that have a place on the plane. The rest is counted by why it has none. */
    placed: Type.Integer(),
    without: Type.Object({
      handedOn: Type.Integer(),
      notLinkable: Type.Integer(),
      notCounted: Type.Integer(),
      reference: Type.Integer(),
      time: Type.Integer(),
    }),
    /** The middle 60 % of calls like these, relative to their median; null where nothing is placed. */
    band: OrNull(Type.Object({ low: Type.Number(), high: Type.Number() })),
    /** Counts in steps of `stepLog2` doublings; `step` 0 begins at the usual time. */
    stepLog2: Type.Number(),
    bins: Type.Array(
      Type.Object({ outcome: OutcomeWord, step: Type.Integer(), count: Type.Integer() }),
    ),
    /** Each leg for itself, where they are few enough to draw; null where only bins are given. */
    dots: OrNull(
      Type.Array(
        Type.Object({
          callId: Id,
          legNo: Type.Integer(),
          ratio: Type.Number(),
          handleSeconds: Type.Integer(),
          outcome: OutcomeWord,
          class: CallClassWord,
          rep: RepName,
          startedAt: Type.String(),
        }),
      ),
    ),
  }),
  refusals: [],
})
export type Plane = Static<typeof plane.reply>

export const choices = question({
  summary: 'What the filters can choose from, as far as the viewer may see.',
  path: '/api/calls/choices',
  audience: everyone,
  params: Nothing,
  query: Nothing,
  reply: Type.Object({
    teams: Type.Array(TeamName),
    reps: Type.Array(Type.Object({ id: Id, name: Type.String(), teamId: OrNull(Id) })),
    queues: Type.Array(Type.String()),
    issues: Type.Array(Type.String()),
    audiences: Type.Array(Type.String()),
    earliestAt: OrNull(Type.String()),
    latestAt: OrNull(Type.String()),
  }),
  refusals: [],
})

export const show = question({
  summary: 'One call: facts, legs, chain, evidence, reflections.',
  path: '/api/calls/:callId',
  audience: everyone,
  params: Type.Object({ callId: Id }),
  query: Nothing,
  reply: CallPage,
  refusals: ['call_unknown'],
})

export const verify = command({
  summary: 'A second person states what became of a call, having checked.',
  method: 'POST',
  path: '/api/calls/:callId/verifications',
  audience: { roles: ['supervisor', 'admin'] },
  params: Type.Object({ callId: Id }),
  body: Type.Object(
    { claim: ClaimWord, note: Type.String({ minLength: 1, maxLength: 2_000 }) },
    { additionalProperties: false },
  ),
  reply: OutcomeOfCall,
  refusals: ['call_unknown', 'own_call'],
})
