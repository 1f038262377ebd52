import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { followLog } from '../../server/command-line/follow.ts'
import { type Center } from '../world/center.ts'
import { secret, type World } from '../world/open-world.ts'

/** A log in a folder of its own, and what is stored of it. */
export async function openFollowedLog({ database, url, clock }: World, center: Center) {
  const folder = await mkdtemp(join(tmpdir(), 'wellspent-follow-'))
  const path = join(folder, 'queue_log')
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const source = 'pbx'
  const said: string[] = []

  const follow = (file = path) => {
    const stop = new AbortController()
    const ended = followLog(
      { ...{ database, url, secret, kind: 'server' }, ...standing },
      { file, source, organizationId: center.id, country: 'DE', names: {} },
      { clock: clock.now, log: (sentence) => said.push(sentence), signal: stop.signal },
    )
    // Whoever stops it hears of a failure; until then it must not count as unhandled.
    ended.catch(() => undefined)
    return {
      ended,
      stop: async () => {
        stop.abort()
        await ended
      },
    }
  }
  return {
    ...{ folder, path, source, said, follow },
    write: (...lines: readonly string[]) =>
      appendFile(path, lines.map((line) => `${line}\n`).join('')),
    /** The command itself, in a process that can be killed. */
    spawnFollow: (): ChildProcess =>
      spawn(
        process.execPath,
        [
          ...['--import', 'tsx', 'server/wellspent.ts', 'follow', path, '--source', source],
          ...['--organization', center.name, '--country', 'DE'],
        ],
        {
          env: { DATABASE_URL: url, WELLSPENT_SECRET: secret },
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      ),
    calls: () =>
      database.reading<{ externalId: string; version: number; legs: number }[]>`
        select c.external_id as "externalId", c.version::float8, (
          select count(*)::int from leg l
          where l.organization_id = c.organization_id and l.call_id = c.id) as legs
        from call c join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
        where c.organization_id = ${center.id} and f.source = ${source}
        order by c.external_id`,
    completeUntil: async () => {
      const [feed] = await database.reading<{ until: Date }[]>`
        select complete_until as until from feed
        where organization_id = ${center.id} and source = ${source}`
      return feed?.until.toISOString() ?? null
    },
    run: async () => {
      const [row] = await database.reading<
        {
          name: string
          way: string
          read: number
          accepted: number
          unchanged: number
          superseded: number
          joined: number
          ignored: number
          refused: number
          ignoredByRule: Record<string, number>
        }[]
      >`select name, way, read::int, accepted::int, unchanged::int, superseded::int, joined::int,
          ignored::int, refused::int, ignored_by_rule as "ignoredByRule"
        from import_run where organization_id = ${center.id} and source = ${source}`
      return row ?? null
    },
  }
}

const standing = { migrate: () => Promise.resolve(), leave: () => Promise.resolve() }
