import { Type } from 'typebox'
import { command, question } from '../wire/endpoint.ts'
import { Id, Nothing } from '../wire/id.ts'
import { OrNull } from '../wire/or-null.ts'
import { Page, PageQuery } from '../wire/page.ts'

/**
 * Administrators save mappings, see their own and those that were shared, and import through
 * either. Who saved one changes, shares and deletes it; once that person is gone, any of them may.
 */
const admins = { roles: ['admin'] } as const
const ofMapping = Type.Object({ mappingId: Id })
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

const SavedMapping = Type.Object({
  id: Id,
  name: Type.String(),
  /** The other administrators see it too. */
  isShared: Type.Boolean(),
  /** Whether whoever asks may change it. */
  isOwn: Type.Boolean(),
  /** Null where that person is gone. */
  createdBy: OrNull(Type.String()),
  updatedAt: Type.String(),
})

export const mappings = question({
  summary: 'Saved column mappings: own ones and those that were shared.',
  path: '/api/mappings',
  audience: admins,
  params: Nothing,
  query: Type.Object(PageQuery),
  reply: Page(SavedMapping),
  refusals: [],
})

export const mapping = question({
  summary: 'A saved column mapping, whole.',
  path: '/api/mappings/:mappingId',
  audience: admins,
  params: ofMapping,
  query: Nothing,
  reply: Type.Object({ ...SavedMapping.properties, mapping: Type.Unknown() }),
  refusals: ['mapping_unknown'],
})

export const saveMapping = command({
  summary: 'Saves a column mapping under a name that no other one has.',
  method: 'POST',
  path: '/api/mappings',
  audience: admins,
  params: Nothing,
  body: Type.Object(
    { name: Name, isShared: Type.Boolean(), mapping: Type.Unknown() },
    { additionalProperties: false },
  ),
  reply: SavedMapping,
  refusals: ['name_taken', 'reading_unclear'],
})

export const changeMapping = command({
  summary: 'Renames or shares a saved column mapping, or puts another one in its place.',
  method: 'PATCH',
  path: '/api/mappings/:mappingId',
  audience: admins,
  params: ofMapping,
  body: Type.Object(
    {
      name: Type.Optional(Name),
      isShared: Type.Optional(Type.Boolean()),
      mapping: Type.Optional(Type.Unknown()),
    },
    { additionalProperties: false },
  ),
  reply: SavedMapping,
  refusals: ['mapping_unknown', 'mapping_not_own', 'name_taken', 'reading_unclear'],
})

export const deleteMapping = command({
  summary: 'Deletes a saved column mapping; what was imported through it stays.',
  method: 'DELETE',
  path: '/api/mappings/:mappingId',
  audience: admins,
  params: ofMapping,
  body: Nothing,
  reply: Nothing,
  refusals: ['mapping_unknown', 'mapping_not_own'],
})
