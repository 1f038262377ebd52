import { recordsOf, smallMapping, type readText } from './reading.ts'

export const withFile = (file: object, call: object = {}) => ({
  ...smallMapping,
  file: { ...smallMapping.file, ...file },
  call: { ...smallMapping.call, ...call },
})
export const withQueue = (file: object = {}) => withFile(file, { queue: { column: 'queue' } })

export const header = 'id,at,queue\n'
export const row = (id: number | string, queue = 'support') =>
  `${id},2026-02-01T10:00:00Z,${queue}\n`
export const bytes = (text: string) => new TextEncoder().encode(text)
export const ids = ({ lines }: Awaited<ReturnType<typeof readText>>) =>
  recordsOf(lines).map(({ externalId }) => externalId)
export const queues = ({ lines }: Awaited<ReturnType<typeof readText>>) =>
  recordsOf(lines).map(({ queue }) => queue)
