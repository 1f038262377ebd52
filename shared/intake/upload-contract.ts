import { Type } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { Preview } from './preview.ts'
import { ReadingOrder } from './reading-order.ts'
import { FittingMapping, Reader, Recognition } from './recognition.ts'
import { FileName, Upload, uploadBytesLimit } from './upload.ts'

/** Files hold customers' numbers, and an import reaches everybody's calls. */
const admins = { roles: ['admin'] } as const
const ofUpload = Type.Object({ uploadId: Id })

export const uploads = question({
  summary: 'Files that were sent to be imported, newest first, with how much of each is here.',
  path: '/api/uploads',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(Upload),
  refusals: [],
})

export const openUpload = command({
  summary: 'Announces a file; its bytes follow in parts.',
  method: 'POST',
  path: '/api/uploads',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    { name: FileName, bytes: Type.Integer({ minimum: 0, maximum: uploadBytesLimit }) },
    { additionalProperties: false },
  ),
  reply: Upload,
  refusals: ['uploads_full'],
})

export const sendPart = command({
  summary:
    'Takes the next part of a file, up to 16 MiB, as the raw body; `from` is how many bytes are here already.',
  method: 'PUT',
  path: '/api/uploads/:uploadId/bytes/:from',
  audience: admins,
  params: Type.Object({
    uploadId: Id,
    from: Type.Integer({ minimum: 0, maximum: uploadBytesLimit }),
  }),
  body: Type.Unknown({ description: 'Bytes of the file (application/octet-stream).' }),
  reply: Upload,
  refusals: ['upload_unknown', 'part_out_of_place', 'body_too_large', 'uploads_full'],
})

export const dropUpload = command({
  summary: 'Deletes a file that was sent; what was imported from it stays.',
  method: 'DELETE',
  path: '/api/uploads/:uploadId',
  audience: admins,
  params: ofUpload,
  body: Nothing,
  reply: Nothing,
  refusals: ['upload_unknown'],
})

export const recognition = question({
  summary: 'What a file is, and how it would be read, as far as its beginning says so.',
  path: '/api/uploads/:uploadId/recognition',
  audience: admins,
  params: ofUpload,
  query: Type.Object({ sheet: Type.Optional(Type.String({ maxLength: 200 })) }),
  reply: Type.Object({
    ...Recognition.properties,
    /** Saved mappings all of whose columns the file has. */
    fitting: Type.Array(FittingMapping),
  }),
  refusals: ['upload_unknown', 'upload_incomplete'],
})

export const preview = command({
  summary: 'The first records of a file as they would be read this way; stores nothing.',
  method: 'POST',
  path: '/api/uploads/:uploadId/preview',
  audience: admins,
  params: ofUpload,
  body: ReadingOrder,
  reply: Preview,
  refusals: ['upload_unknown', 'upload_incomplete', 'mapping_unknown', 'reading_unclear'],
})

export const readers = question({
  summary: 'The formats of phone systems that are known: adapters and presets of columns.',
  path: '/api/readers',
  audience: admins,
  params: Nothing,
  query: Nothing,
  reply: Type.Object({ items: Type.Array(Reader) }),
  refusals: [],
})
