import { Type } from 'typebox'
import { Instant } from '../calls/call-record.ts'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'
import { ImportOrder, ImportRun } from './import-run.ts'
import { ReadingOrder, SiteName } from './reading-order.ts'

const admins = { roles: ['admin'], scope: 'read' } as const
const signedInAdmins = { roles: ['admin'] } as const
const ofImport = Type.Object({ importId: Id })
/** Files that one command puts in the queue; they are read the same way, one after another. */
const filesPerStartLimit = 100

export const imports = question({
  summary: 'What was imported, when, how much was accepted and refused, and why.',
  path: '/api/imports',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(ImportRun),
  refusals: [],
})

export const oneImport = question({
  summary: 'How far an import has come.',
  path: '/api/imports/:importId',
  audience: admins,
  params: ofImport,
  query: Nothing,
  reply: ImportRun,
  refusals: ['import_unknown'],
})

export const startImports = command({
  summary: 'Imports files that were sent, one after another, in the background; or tries it.',
  method: 'POST',
  path: '/api/imports',
  audience: signedInAdmins,
  params: Nothing,
  body: Type.Object(
    {
      uploadIds: Type.Array(Id, { minItems: 1, maxItems: filesPerStartLimit, uniqueItems: true }),
      reading: ReadingOrder,
      /** Reads the whole file, counts what would become of its lines, and stores no call. */
      isDryRun: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ importIds: Type.Array(Id) }),
  refusals: ['upload_unknown', 'upload_incomplete', 'mapping_unknown', 'reading_unclear'],
})

export const orderImport = command({
  summary: 'Pauses an import, resumes it where it left off, or cancels it; what is stored stays.',
  method: 'PUT',
  path: '/api/imports/:importId/order',
  audience: signedInAdmins,
  params: ofImport,
  body: Type.Object({ order: ImportOrder }, { additionalProperties: false }),
  reply: ImportRun,
  refusals: ['import_unknown', 'order_not_now', 'upload_unknown'],
})

export const refusedLines = question({
  summary: 'Lines or records an import refused, with number, reason and text.',
  path: '/api/imports/:importId/refusals',
  audience: admins,
  params: ofImport,
  query: Type.Object(PageQuery),
  reply: Page(
    Type.Object({
      line: Type.Integer(),
      reason: Type.String(),
      field: OrNull(Type.String()),
      message: Type.String(),
      text: OrNull(Type.String()),
    }),
  ),
  refusals: ['import_unknown'],
})

export const refusedFile = question({
  summary: 'The refused lines that were kept, as a file: a JSON object a line, or CSV.',
  path: '/api/imports/:importId/refusals/file',
  audience: admins,
  params: ofImport,
  query: Type.Object({ format: Type.Optional(Type.Enum(['ndjson', 'csv'])) }),
  reply: Type.Unknown({ description: 'application/x-ndjson or text/csv.' }),
  refusals: ['import_unknown'],
})

export const sourceSettings = question({
  summary: 'What was said of each source when a file of it was imported, to be offered again.',
  path: '/api/source-settings',
  audience: signedInAdmins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(
    Type.Object({
      source: Type.String(),
      /** What read it last: an adapter or preset by name; null for a mapping. */
      reader: OrNull(Type.String()),
      timeZone: OrNull(Type.String()),
      country: OrNull(Type.String()),
      names: Type.Array(SiteName),
      updatedAt: Type.String(),
    }),
  ),
  refusals: [],
})

export const feeds = question({
  summary: 'Sources of call records and up to when each is complete.',
  path: '/api/feeds',
  audience: { roles: ['supervisor', 'admin'], scope: 'read' },
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(
    Type.Object({
      id: Id,
      source: Type.String(),
      calls: Type.Integer(),
      completeUntil: OrNull(Type.String()),
      lastReceivedAt: OrNull(Type.String()),
      /** When it was heard of last, where that is too long ago (silence.ts); null: it sends. */
      silentSince: OrNull(Type.String()),
      /** Records that came by themselves since midnight UTC, and how many were refused. */
      today: Type.Object({ read: Type.Integer(), refused: Type.Integer() }),
      /** An ended feed is not waited for: outcomes mature without it. */
      isEnded: Type.Boolean(),
    }),
  ),
  refusals: [],
})

export const endFeed = command({
  summary: 'Says that a source has ended, or goes on after all.',
  method: 'PUT',
  path: '/api/feeds/:feedId/ended',
  audience: { roles: ['admin'] },
  params: Type.Object({ feedId: Id }),
  body: Type.Object({ isEnded: Type.Boolean() }, { additionalProperties: false }),
  reply: Nothing,
  refusals: ['feed_unknown'],
})

export const completeFeed = command({
  summary:
    'A source says that everything up to an instant has been sent, so that quiet hours let outcomes mature.',
  method: 'PUT',
  path: '/api/feeds/complete-until',
  audience: { roles: [], scope: 'calls:write' },
  params: Nothing,
  body: Type.Object(
    { source: Type.String({ minLength: 1, maxLength: 200 }), completeUntil: Instant },
    { additionalProperties: false },
  ),
  reply: Type.Object({ completeUntil: Type.String() }),
  refusals: ['feed_unknown', 'malformed_request'],
})
