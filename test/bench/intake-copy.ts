import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import postgres from 'postgres'
import { promptSocket } from '../../server/database/prompt-socket.ts'

const times = 3

/**
 * Calls a second of a plain COPY: the rows of a source's calls and legs, as they were stored, into
 * tables of the same form with the same keys and indexes, in one transaction. The median of three.
 */
export async function copyRate(databaseUrl: string, source: string): Promise<number> {
  const options = { max: 1, onnotice: () => undefined, socket: promptSocket }
  const sql = postgres(databaseUrl, options)
  try {
    const calls = await textOf(
      sql,
      `select c.* from call c join feed f on f.id = c.feed_id where f.source = '${source}'`,
    )
    const legs = await textOf(
      sql,
      `select l.* from leg l join call c on c.organization_id = l.organization_id and c.id = l.call_id join feed f on f.id = c.feed_id where f.source = '${source}'`,
    )
    const count = calls.toString('utf8').split('\n').length - 1
    const seconds: number[] = []
    for (let time = 0; time < times; time += 1) {
      await sql`drop table if exists copied_call, copied_leg`
      await sql`create table copied_call (like call including all)`
      await sql`create table copied_leg (like leg including all)`
      const beganAt = performance.now()
      await sql.begin(async (transaction) => {
        await write(await transaction`copy copied_call from stdin`.writable(), calls)
        await write(await transaction`copy copied_leg from stdin`.writable(), legs)
      })
      seconds.push((performance.now() - beganAt) / 1000)
    }
    seconds.sort((a, b) => a - b)
    return count / (seconds[1] ?? Number.NaN)
  } finally {
    await sql.end()
  }
}

async function textOf(sql: postgres.Sql, query: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  const into = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(Buffer.from(piece))
      done()
    },
  })
  await pipeline(await sql.unsafe(`copy (${query}) to stdout`).readable(), into)
  return Buffer.concat(pieces)
}

const write = (into: Writable, bytes: Buffer): Promise<void> => pipeline([bytes], into)
