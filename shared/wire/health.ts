import { Type } from 'typebox'
import { question } from './endpoint.ts'
import { Nothing } from './id.ts'

export const health = question({
  summary: 'Whether the server can serve, and on which kind of database.',
  path: '/api/health',
  audience: 'anyone',
  params: Nothing,
  query: Nothing,
  reply: Type.Object({
    status: Type.Enum(['ok']),
    database: Type.Enum(['embedded', 'server']),
    version: Type.String(),
  }),
  refusals: ['starting_up', 'database_unreachable'],
})
