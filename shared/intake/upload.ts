import { Type, type Static } from 'typebox'
import { Id } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'

/** A file larger than this is imported by the command line, which needs no copy of it. */
export const uploadBytesLimit = 4 * 1024 ** 3
/**
 * Bytes of one part of a file: it arrives well within the time a request has, and a proxy that lets
 * call records in lets it in too.
 */
export const partBytesLimit = 16 * 1024 ** 2
/** Files an organization may have lying here at once. */
export const uploadsLimit = 200
/** A file is deleted this long after its last part came. It holds customers' numbers in the clear. */
export const uploadHoursLimit = 72
const fileNameLengthLimit = 255

export const FileName = Type.String({
  minLength: 1,
  maxLength: fileNameLengthLimit,
  pattern: '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$',
})

/** A file on its way into an import. */
export const Upload = Type.Object({
  id: Id,
  name: Type.String(),
  /** How many bytes the file has, and how many of them are here: the next part begins there. */
  bytes: Type.Integer(),
  received: Type.Integer(),
  createdAt: Type.String(),
  expiresAt: Type.String(),
  /** Who sends it; null where that person is gone. */
  createdBy: OrNull(Type.String()),
})
export type Upload = Static<typeof Upload>
