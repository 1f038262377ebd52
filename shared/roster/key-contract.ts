import { Type } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { KeyScopeWord } from './key-scope.ts'

const admins = { roles: ['admin'] } as const
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

const Key = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(KeyScopeWord),
  createdAt: Type.String(),
  /** The beginning of the key, to recognize it by. */
  hint: Type.String(),
})

export const keys = question({
  summary: 'API keys, without their secrets.',
  path: '/api/keys',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Key),
  refusals: [],
})

export const createKey = command({
  summary: 'Creates an API key and shows it this once.',
  method: 'POST',
  path: '/api/keys',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    { name: Name, scopes: Type.Array(KeyScopeWord, { minItems: 1, maxItems: 2 }) },
    { additionalProperties: false },
  ),
  reply: Type.Object({ key: Type.String(), id: Id }),
  refusals: [],
})

export const revokeKey = command({
  summary: 'Makes an API key invalid from now on.',
  method: 'DELETE',
  path: '/api/keys/:keyId',
  audience: admins,
  params: Type.Object({ keyId: Id }),
  body: Nothing,
  reply: Nothing,
  refusals: ['key_not_found'],
})
