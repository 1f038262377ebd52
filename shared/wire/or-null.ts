import { Type, type TSchema } from 'typebox'

/** A value that may be absent: on the wire absence is null, never a left-out field. */
export const OrNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
