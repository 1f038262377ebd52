import { Type } from 'typebox'

/** Numbers of rows as they stand in addresses and replies. */
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })
export const Nothing = Type.Object({})
