import { singleCall } from './kill-center.ts'

const callsPerRequest = 5_000
const sendersAtOnce = 2
/** Spread over as many customers as a center with so many calls has, some of whom call again. */
export const manyCustomers = 60_000

/** Sends calls through the API in large requests; returns the seconds until all are answered. */
export async function postInBulk(address: string, key: string, calls: number): Promise<number> {
  const bodies: string[] = []
  for (let from = 0; from < calls; from += callsPerRequest) {
    const many = Math.min(callsPerRequest, calls - from)
    const records = Array.from({ length: many }, (_, at) => ({
      ...singleCall(from + at),
      source: 'bulk',
      customer: `+4930${String(6_000_000 + (((from + at) * 7_919) % manyCustomers))}`,
      startedAt: new Date(Date.parse('2026-01-05T07:00:00Z') + (from + at) * 17_000).toISOString(),
    }))
    bodies.push(records.map((record) => JSON.stringify(record)).join('\n'))
  }
  const beganAt = performance.now()
  const send = async (): Promise<void> => {
    for (let body = bodies.shift(); body !== undefined; body = bodies.shift()) {
      const reply = await fetch(`${address}/api/calls`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
        body,
      })
      if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`)
      await reply.arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: sendersAtOnce }, send))
  return (performance.now() - beganAt) / 1000
}
