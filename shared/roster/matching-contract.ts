import { Type, type Static } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { likenesses } from './likely-same.ts'
import { RepName, TeamName } from './person.ts'

const admins = { roles: ['admin'] } as const

const PhoneName = Type.Object({ source: Type.String(), alias: Type.String() })

const RepToMatch = Type.Object({
  id: Id,
  name: Type.String(),
  team: OrNull(TeamName),
  isConfirmed: Type.Boolean(),
  aliases: Type.Array(PhoneName),
  /** Legs of calls that are stored under this rep. */
  legs: Type.Integer(),
})
export type RepToMatch = Static<typeof RepToMatch>

/** What was done about whose a phone-system name is. */
export const repChangeKinds = ['matched', 'merged', 'split', 'undone', 'kept_apart'] as const

const RepChange = Type.Object({
  id: Id,
  kind: Type.Enum([...repChangeKinds]),
  at: Type.String(),
  /** Who did it. */
  by: Type.String(),
  /** Whose the names became, and who had them; two reps who were kept apart. */
  rep: RepName,
  other: RepName,
  aliases: Type.Array(PhoneName),
  /** Legs of calls that changed hands. */
  legs: Type.Integer(),
  /** Whether it can be undone now. */
  mayUndo: Type.Boolean(),
})
export type RepChange = Static<typeof RepChange>

export const suggestions = question({
  summary: 'Reps who may be one person, most alike first, with the reason; nothing is merged.',
  path: '/api/rep-suggestions',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(
    Type.Object({
      likeness: Type.Enum([...likenesses]),
      /** The two names that are alike. */
      names: Type.Object({ from: Type.String(), into: Type.String() }),
      from: RepToMatch,
      into: RepToMatch,
    }),
  ),
  refusals: [],
})
export type Suggestion = Static<typeof suggestions.reply>['items'][number]

export const keepApart = command({
  summary: 'Says that two reps are two people; they are not suggested again.',
  method: 'POST',
  path: '/api/rep-suggestions/kept-apart',
  audience: admins,
  params: Nothing,
  body: Type.Object({ repId: Id, otherRepId: Id }, { additionalProperties: false }),
  reply: RepChange,
  refusals: ['rep_unknown', 'same_rep'],
})

export const merging = question({
  summary: 'What merging one rep into another would do, before it is done.',
  path: '/api/reps/:repId/merging/:intoRepId',
  audience: admins,
  params: Type.Object({ repId: Id, intoRepId: Id }),
  query: Nothing,
  reply: Type.Object({
    from: RepToMatch,
    into: RepToMatch,
    /** The team the one rep would be in. */
    team: OrNull(TeamName),
    /** First and last day of the legs that change hands; null where there are none. */
    days: OrNull(Type.Object({ from: Type.String(), to: Type.String() })),
    /** Calls in which both took part; there their parts become one. */
    callsTogether: Type.Integer(),
    /** Times at which both were talking at once: two people, or a wrong clock. */
    overlaps: Type.Integer(),
    /** People who sign in as the rep that goes, and then as the one that stays. */
    people: Type.Array(Type.String()),
  }),
  refusals: ['rep_unknown', 'same_rep'],
})
export type Merging = Static<typeof merging.reply>

export const mergeReps = command({
  summary: 'Makes two reps one: names, calls past and future, reflections and sign-ins.',
  method: 'POST',
  path: '/api/reps/:repId/merge',
  audience: admins,
  params: Type.Object({ repId: Id }),
  body: Type.Object({ intoRepId: Id }, { additionalProperties: false }),
  reply: RepChange,
  refusals: ['rep_unknown', 'same_rep'],
})

export const splitAlias = command({
  summary: 'Makes a phone-system name a rep of its own, with its calls.',
  method: 'POST',
  path: '/api/aliases/:aliasId/split',
  audience: admins,
  params: Type.Object({ aliasId: Id }),
  body: Nothing,
  reply: RepChange,
  refusals: ['alias_unknown', 'only_name'],
})

export const repChanges = question({
  summary: 'Who matched, merged, split or kept apart which reps, newest first.',
  path: '/api/rep-changes',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(RepChange),
  refusals: [],
})

export const undoRepChange = command({
  summary: 'Gives names and calls back to who had them.',
  method: 'POST',
  path: '/api/rep-changes/:changeId/undo',
  audience: admins,
  params: Type.Object({ changeId: Id }),
  body: Nothing,
  reply: RepChange,
  refusals: ['rep_change_unknown', 'not_undoable'],
})
