import { Type, type Static } from 'typebox'
import { CallLine, TooFew } from '../calls/beside.ts'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { Basis, Day, Interval, Share } from './basis.ts'
import { CaseMix } from './case-mix.ts'
import { ChainGroup, Statement, TargetGroup } from './group-replies.ts'
import { targetSecondsLimit } from './limits.ts'
import { Effect, RepStanding } from './rep-standing.ts'
import {
  CoachingClassWord,
  detectorGroupings,
  HabitWord,
  MeasureWord,
  RecognitionReasonWord,
  StandingLabelWord,
  targetGroupings,
  chainGroupings,
} from './words.ts'

const everyone = { roles: ['rep', 'supervisor', 'admin'], scope: 'read' } as const
const leaders = { roles: ['supervisor', 'admin'], scope: 'read' } as const
const admins = { roles: ['admin'] } as const

const SpanQuery = {
  /** Days are UTC, both included. Left out: the last 56 days of mature legs. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}

export const reps = question({
  summary:
    'How each rep’s calls turn out beside colleagues’ calls of the same kinds. No duration enters it.',
  path: '/api/balance/reps',
  audience: everyone,
  params: Nothing,
  query: Type.Object({
    measure: Type.Optional(MeasureWord),
    ...SpanQuery,
    team: Type.Optional(Id),
  }),
  reply: Type.Object({
    ...Basis,
    measure: MeasureWord,
    /** Set where comparing would be noise or would disclose somebody: then no rep is listed. */
    withheld: OrNull(TooFew),
    /** How much reps differ beyond chance (τ), and overdispersion φ of the version’s own legs. */
    tau: Type.Number(),
    phi: OrNull(Type.Number()),
    /** What the center as a whole gets resolved on the common mix. */
    usualRate: OrNull(Type.Number()),
    reps: Type.Array(RepStanding),
  }),
  refusals: ['span_backwards'],
})
export type Reps = Static<typeof reps.reply>

export const resolution = question({
  summary:
    'What a resolution costs in handle time, over every call it took. For groups, never for a rep.',
  path: '/api/balance/resolution',
  audience: leaders,
  params: Nothing,
  query: Type.Object({ by: Type.Enum([...chainGroupings]), ...SpanQuery }),
  reply: Type.Object({ ...Basis, groups: Type.Array(ChainGroup) }),
  refusals: ['span_backwards'],
})
export type Resolution = Static<typeof resolution.reply>

export const target = question({
  summary:
    'What a handle-time target would mean for these kinds of calls: said about the target, never about a rep.',
  path: '/api/balance/target',
  audience: leaders,
  params: Nothing,
  query: Type.Object({
    seconds: Type.Integer({ minimum: 10, maximum: targetSecondsLimit }),
    by: Type.Enum([...targetGroupings]),
    ...SpanQuery,
  }),
  reply: Type.Object({ ...Basis, seconds: Type.Integer(), groups: Type.Array(TargetGroup) }),
  refusals: ['span_backwards'],
})
export type Target = Static<typeof target.reply>

export const distribution = question({
  summary: 'How long calls of one kind took, stacked by what became of them.',
  path: '/api/balance/distribution',
  audience: leaders,
  params: Nothing,
  query: Type.Object({
    by: Type.Enum([...targetGroupings]),
    key: Type.String({ maxLength: 200 }),
    ...SpanQuery,
  }),
  reply: Type.Object({
    ...Basis,
    legs: Type.Integer(),
    stepSeconds: Type.Integer(),
    /** Steps from 0 on; the last one holds everything longer. Open: the window has not closed. */
    steps: Type.Array(
      Type.Object({
        fromSeconds: Type.Integer(),
        outcomes: Type.Object({
          resolved: Type.Integer(),
          notResolved: Type.Integer(),
          handedOn: Type.Integer(),
          open: Type.Integer(),
        }),
      }),
    ),
  }),
  refusals: ['span_backwards'],
})
export type Distribution = Static<typeof distribution.reply>

export const trend = question({
  summary:
    'Week by week: calls resolved beyond what one fixed baseline expects, with control limits.',
  path: '/api/balance/trend',
  audience: everyone,
  params: Nothing,
  query: Type.Object({ rep: Type.Optional(Id), team: Type.Optional(Id) }),
  reply: Type.Object({
    ...Basis,
    /** The version all weeks are compared with. */
    baseline: OrNull(Type.Integer()),
    /** Why no week is told: with so few reps, what is expected discloses a colleague's calls. */
    withheld: OrNull(TooFew),
    weeks: Type.Array(
      Type.Object({
        /** A Monday. */
        startsOn: Day,
        mature: Type.Integer(),
        resolved: Type.Integer(),
        expected: Type.Number(),
        /** Null under twenty mature legs. */
        excessPerHundred: OrNull(Type.Number()),
        /** Its windows have not all closed: hatched, and in no limit. */
        isOpen: Type.Boolean(),
        isOutside: Type.Boolean(),
      }),
    ),
    limits: OrNull(Type.Object({ mean: Type.Number(), ...Interval })),
  }),
  refusals: ['rep_unknown', 'team_unknown'],
})
export type Trend = Static<typeof trend.reply>

export const outcomesInTime = question({
  summary:
    'What is known so far: mature shares, provisional ones, and how many stay without a return day by day.',
  path: '/api/balance/outcomes-in-time',
  audience: leaders,
  params: Nothing,
  query: Type.Object({ ...SpanQuery, team: Type.Optional(Id) }),
  reply: Type.Object({
    ...Basis,
    mature: Share,
    /** With calls still open, each at its probability; provisional, to be hatched. */
    provisional: OrNull(
      Type.Object({ rate: Type.Number(), calls: Type.Integer(), open: Type.Integer() }),
    ),
    curve: Type.Array(
      Type.Object({
        day: Type.Integer(),
        atRisk: Type.Integer(),
        returns: Type.Integer(),
        share: Type.Number(),
        ...Interval,
      }),
    ),
    /** Calls without customer or issue: they are in no figure. */
    notLinkable: Share,
  }),
  refusals: ['span_backwards'],
})
export type OutcomesInTime = Static<typeof outcomesInTime.reply>

const ListQuery = { ...PageQuery, team: Type.Optional(Id), rep: Type.Optional(Id) }

export const recognitions = question({
  summary:
    'Calls that are recognized by themselves, those that spared customers most calls first, week by week.',
  path: '/api/balance/recognitions',
  audience: everyone,
  params: Nothing,
  query: Type.Object(ListQuery),
  reply: Page(
    Type.Object({
      call: CallLine,
      reasons: Type.Array(RecognitionReasonWord),
      /** The Monday of the week in which the window closed. */
      week: Day,
      /** One of the three of its rep and week that the digest names; the others count as well. */
      isHighlighted: Type.Boolean(),
      /** Seconds of later calls that calls like it usually lead to, times how often. */
      expectedSecondsAvoided: OrNull(Type.Number()),
    }),
  ),
  refusals: [],
})
export type Recognition = Static<typeof recognitions.reply>['items'][number]

export const coaching = question({
  summary: 'Calls to talk about: not resolved, and short or long for their kind. Newest first.',
  path: '/api/balance/coaching',
  audience: everyone,
  params: Nothing,
  query: Type.Object({ ...ListQuery, class: Type.Optional(CoachingClassWord) }),
  reply: Page(CallLine),
  refusals: [],
})

export const signs = question({
  summary:
    'Signs that a target or a process does harm, by queue or team. Statements about the process, no consequence for a person.',
  path: '/api/balance/signs',
  audience: leaders,
  params: Nothing,
  query: Type.Object({ by: Type.Enum([...detectorGroupings]), ...SpanQuery }),
  reply: Type.Object({ ...Basis, statements: Type.Array(Statement) }),
  refusals: ['span_backwards'],
})
export type Signs = Static<typeof signs.reply>

export const repHabits = question({
  summary:
    'What a rep’s own word, hand-ons and quick returns look like beside colleagues’ on the same kinds of calls.',
  path: '/api/balance/habits',
  audience: everyone,
  params: Nothing,
  query: Type.Object({ rep: Id }),
  reply: Type.Object({
    ...Basis,
    habits: Type.Array(
      Type.Object({
        habit: HabitWord,
        /** Calls it is about, and how often it happened; `usually` is how often with colleagues. */
        of: Type.Integer(),
        count: Type.Integer(),
        usually: Type.Number(),
        /** The same posterior as a standing: above is better, happening less often. */
        effect: Effect,
        label: StandingLabelWord,
        moreNeeded: OrNull(Type.Integer()),
      }),
    ),
  }),
  refusals: ['rep_unknown'],
})
export type RepHabits = Static<typeof repHabits.reply>

export const rebuild = command({
  summary:
    'Builds a new version of the reference now, from all mature legs or from those of given days.',
  method: 'POST',
  path: '/api/balance/rebuild',
  audience: { ...admins },
  params: Nothing,
  body: Type.Object(
    { from: Type.Optional(Day), to: Type.Optional(Day) },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    version: Type.Integer(),
    legs: Type.Integer(),
    reps: Type.Integer(),
    from: Day,
    to: Day,
    seconds: Type.Number(),
  }),
  refusals: ['span_backwards', 'nothing_mature', 'already_building'],
})

export const caseMix = question({
  summary: 'What makes two calls of one kind, and whether calls are still being sorted by it.',
  path: '/api/balance/case-mix',
  audience: { ...admins },
  params: Nothing,
  query: Nothing,
  reply: Type.Object({ caseMix: CaseMix, isSorting: Type.Boolean() }),
  refusals: [],
})

export const changeCaseMix = command({
  summary: 'Changes what makes two calls of one kind; all calls are sorted anew in the background.',
  method: 'PUT',
  path: '/api/balance/case-mix',
  audience: { ...admins },
  params: Nothing,
  body: CaseMix,
  reply: Type.Object({ caseMix: CaseMix, isSorting: Type.Boolean() }),
  refusals: ['already_building'],
})
