import { Type } from 'typebox'
import { refusalReasons, statusByKind, type RefusalKind } from './refusal.ts'

/** The wire form of a refusal, in OpenAPI and for the browser. */
export const ProblemReply = Type.Object({
  kind: Type.Enum(Object.keys(statusByKind) as RefusalKind[]),
  reason: Type.Enum(refusalReasons),
  message: Type.String(),
  requestId: Type.String(),
  fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
})
