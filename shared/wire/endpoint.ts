import { type Static, type TObject, type TSchema } from 'typebox'
import { type RefusalReason } from './refusal.ts'
import { type Role } from '../roster/role.ts'
import { type KeyScope } from '../roster/key-scope.ts'

/**
 * Who an endpoint is open to. `anyone` needs no sign-in. Roles are signed-in people;
 * scopes are API keys. Which rows they see is decided by shared/roster/sight.ts.
 */
export type Audience = 'anyone' | { roles: readonly Role[]; scope?: KeyScope }

type Described = {
  /** Says in OpenAPI what the endpoint is for. */
  summary: string
  path: `/api/${string}`
  audience: Audience
  refusals: readonly RefusalReason[]
}

/** Something that is asked: GET, changes nothing. */
export type Question<P extends TObject, Q extends TObject, R extends TSchema> = Described & {
  method: 'GET'
  params: P
  query: Q
  reply: R
}

/** Something that is told: it changes what is stored. */
export type Command<P extends TObject, B extends TSchema, R extends TSchema> = Described & {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  params: P
  body: B
  reply: R
}

export const question = <P extends TObject, Q extends TObject, R extends TSchema>(
  given: Omit<Question<P, Q, R>, 'method'>,
): Question<P, Q, R> => ({ method: 'GET', ...given })

export const command = <P extends TObject, B extends TSchema, R extends TSchema>(
  given: Command<P, B, R>,
): Command<P, B, R> => given

export type AnyQuestion = Question<TObject, TObject, TSchema>
export type AnyCommand = Command<TObject, TSchema, TSchema>
export type Endpoint = AnyQuestion | AnyCommand

export type ParamsOf<E extends { params: TSchema }> = Static<E['params']>
export type QueryOf<E extends { query: TSchema }> = Static<E['query']>
export type BodyOf<E extends { body: TSchema }> = Static<E['body']>
export type ReplyOf<E extends { reply: TSchema }> = Static<E['reply']>
