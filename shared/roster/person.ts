import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'

export const RepName = Type.Object({ id: Id, name: Type.String() })
export const TeamName = Type.Object({ id: Id, name: Type.String() })
export type RepName = Static<typeof RepName>
export type TeamName = Static<typeof TeamName>
