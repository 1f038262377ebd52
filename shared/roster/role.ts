import { Type } from 'typebox'

/** What a signed-in person is in their organization; `floor` is a display on the wall. */
export const roles = ['rep', 'supervisor', 'admin', 'floor'] as const
export type Role = (typeof roles)[number]
export const RoleWord = Type.Enum([...roles])
