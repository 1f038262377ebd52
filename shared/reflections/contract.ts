import { Type, type Static } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { ReflectionOnPage } from '../calls/call-page.ts'

export const reflectionTextLimit = 4_000

/** What a rep practises; tagged by the rep, never scored by a machine. */
export const skills = ['communication', 'problem_solving', 'empathy', 'adaptability'] as const

const Text = Type.Optional(Type.String({ maxLength: reflectionTextLimit }))

export const Reflection = Type.Object(
  {
    /** How it ended, as the rep sees it. The only thing required. */
    outcome: Type.Enum(['resolved', 'not_resolved', 'not_sure']),
    whatResolvedIt: Text,
    whatStuck: Text,
    wordsThatWorked: Text,
    whatDidNotGoWell: Text,
    /** What I would do differently, or repeat. */
    whatNextTime: Text,
    skills: Type.Optional(Type.Array(Type.Enum([...skills]), { maxItems: 4 })),
    /** What product, policy or process made this call necessary. */
    friction: Text,
  },
  { additionalProperties: false },
)
export type Reflection = Static<typeof Reflection>

export const record = command({
  summary: "Records the signed-in rep's reflection on their own call; a later one replaces it.",
  method: 'PUT',
  path: '/api/calls/:callId/reflection',
  audience: { roles: ['rep'] },
  params: Type.Object({ callId: Id }),
  body: Reflection,
  reply: ReflectionOnPage,
  refusals: ['call_unknown'],
})

export const share = command({
  summary:
    "Shares the signed-in rep's own reflection with their organization, without a name, or keeps it private again.",
  method: 'PUT',
  path: '/api/calls/:callId/reflection/shared',
  audience: { roles: ['rep'] },
  params: Type.Object({ callId: Id }),
  body: Type.Object({ isShared: Type.Boolean() }),
  reply: Type.Object({ isShared: Type.Boolean() }),
  refusals: ['call_unknown', 'nothing_to_share'],
})

/** How far back colleagues' shared reflections are listed. */
export const sharedDaysListed = 7

/** What colleagues read of a reflection: what may help the next one, and nothing that says whose. */
export const SharedReflection = Type.Object({
  id: Type.String({ description: 'Drawn by lot when it is shared.' }),
  queue: OrNull(Type.String()),
  issue: OrNull(Type.String()),
  audience: OrNull(Type.String()),
  whatResolvedIt: Type.String(),
  wordsThatWorked: OrNull(Type.String()),
  skills: Type.Array(Type.Enum([...skills])),
})
export type SharedReflection = Static<typeof SharedReflection>

export const sharedByOthers = question({
  summary:
    'What colleagues have shared in the last seven days, newest first, without names and times.',
  path: '/api/reflections/shared',
  audience: { roles: ['rep', 'supervisor', 'admin'] },
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(SharedReflection),
  refusals: [],
})
