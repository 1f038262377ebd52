import { Type, type Static } from 'typebox'
import { command } from '../wire/endpoint.ts'
import { Id } from '../wire/id.ts'
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
