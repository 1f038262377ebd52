import { Type, type Static } from 'typebox'
import { Instant } from '../calls/call-record.ts'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'

const admins = { roles: ['admin'], scope: 'read' } as const

/** One run of an import, or one day of what a feed posted, or of a log that is followed. */
const ImportRun = Type.Object({
  id: Id,
  source: Type.String(),
  /** A file's name, or how the records came. */
  name: Type.String(),
  way: Type.Enum(['file', 'api', 'follow']),
  startedAt: Type.String(),
  finishedAt: OrNull(Type.String()),
  state: Type.Enum(['running', 'finished', 'interrupted', 'failed']),
  read: Type.Integer(),
  accepted: Type.Integer(),
  unchanged: Type.Integer(),
  superseded: Type.Integer(),
  /** Lines that tell of a call another line brings. */
  joined: Type.Integer(),
  ignored: Type.Integer(),
  refused: Type.Integer(),
  /** Refusals by reason, most frequent first. */
  refusedByReason: Type.Array(Type.Object({ reason: Type.String(), count: Type.Integer() })),
  ignoredByRule: Type.Array(Type.Object({ rule: Type.String(), count: Type.Integer() })),
  failure: OrNull(Type.String()),
})
export type ImportRun = Static<typeof ImportRun>

export const imports = question({
  summary: 'What was imported, when, how much was accepted and refused, and why.',
  path: '/api/imports',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(ImportRun),
  refusals: [],
})

export const refusedLines = question({
  summary: 'Lines or records an import refused, with number, reason and text.',
  path: '/api/imports/:importId/refusals',
  audience: admins,
  params: Type.Object({ importId: Id }),
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
