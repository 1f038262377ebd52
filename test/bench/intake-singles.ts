import Fastify from 'fastify'
import postgres from 'postgres'
import { singleCall } from './kill-center.ts'

const connections = 50

/** Requests a second, and how long all but the slowest hundredth take, in milliseconds. */
export type Load = { perSecond: number; p99: number }

/** Fifty senders, each with one call after the other. */
export async function loadOf(url: string, key: string, seconds: number): Promise<Load> {
  const times: number[] = []
  let count = 1_000_000
  const beganAt = performance.now()
  const until = beganAt + seconds * 1000
  const send = async (): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now()
      const reply = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify(recentCall(count++)),
      })
      const text = await reply.text()
      if (!reply.ok) throw new Error(`${reply.status} ${text}`)
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, send))
  times.sort((a, b) => a - b)
  const taken = (performance.now() - beganAt) / 1000
  return { perSecond: times.length / taken, p99: times[Math.floor(times.length * 0.99)] ?? 0 }
}

const recentCall = (count: number): object => ({
  ...singleCall(count % 50_000),
  externalId: `load-${count}`,
})

/** A route that does nothing but insert one row, in the same database. */
export async function bareRoute(
  databaseUrl: string,
  work: (address: string) => Promise<Load>,
): Promise<Load> {
  const sql = postgres(databaseUrl, { max: 6, onnotice: () => undefined })
  const app = Fastify()
  try {
    await sql`create table bare_call (id bigint generated always as identity, body jsonb not null)`
    app.post('/', async (request) => {
      await sql`insert into bare_call (body) values (${sql.json(request.body as never)})`
      return { accepted: 1 }
    })
    return await work(await app.listen({ port: 0, host: '127.0.0.1' }))
  } finally {
    await app.close()
    await sql.end()
  }
}
