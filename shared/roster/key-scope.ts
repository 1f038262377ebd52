import { Type } from 'typebox'

/** What an API key may do: write call records, or read what the API shows an administrator. */
export const keyScopes = ['calls:write', 'read'] as const
export type KeyScope = (typeof keyScopes)[number]
export const KeyScopeWord = Type.Enum([...keyScopes])
