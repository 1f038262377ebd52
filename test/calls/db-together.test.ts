import { describe, expect, it } from 'vitest'
import { openAnnouncements } from '../../server/announcements.ts'
import { openHashers } from '../../server/calls/hashers.ts'
import { prepareBatch } from '../../server/calls/ingest-calls.ts'
import { noteAlone, openIngestLanes } from '../../server/calls/ingest-lane.ts'
import { openTakeRecords } from '../../server/calls/take-records.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { openWorld, secret } from '../world/open-world.ts'
import { callRecord, legRecord } from '../world/records.ts'

const world = await openWorld()
const now = world.clock.now
const sql = world.database.reading

const lanes = () => openIngestLanes(world.database, openAnnouncements(), now)
const noNote = noteAlone(async () => undefined)
const valuesOf = (records: readonly unknown[]) => records.map((value, index) => ({ index, value }))

describe('requests that share a transaction', () => {
  it('are counted on their sources’ rows of the day, refused lines included', async () => {
    const center = await world.center()
    const good = (source: string) => [callRecord({ source })]
    const bad = (source: string) => [callRecord({ source }), { ...callRecord(), queue: 7 }]
    const sent: unknown[][] = [
      ...Array.from({ length: 6 }, () => good('a')),
      ...Array.from({ length: 4 }, () => bad('b')),
      [callRecord({ source: 'a' }), callRecord({ source: 'b' })],
    ]
    await Promise.all(sent.map((records) => center.deliver(...(records as CallRecord[]))))
    const rows = await sql`
      select r.source, r.read::int, r.accepted::int, r.refused::int,
        r.refused_by_reason as "byReason", count(l.line)::int as lines
      from import_run r
      left join refused_line l on l.organization_id = r.organization_id and l.import_id = r.id
      where r.organization_id = ${center.id} group by r.organization_id, r.id order by r.source`
    expect(rows).toEqual([
      { source: 'a', read: 6, accepted: 6, refused: 0, byReason: {}, lines: 0 },
      {
        ...{ source: 'b', read: 8, accepted: 4, refused: 4, lines: 4 },
        byReason: { field_invalid: 4 },
      },
      { source: 'several sources', read: 2, accepted: 2, refused: 0, byReason: {}, lines: 0 },
    ])
  })

  it('do not take each other along where one can not be noted', async () => {
    const center = await world.center()
    const ingest = lanes()
    const hashers = openHashers(secret)(center.id)
    const noted: number[] = []
    const put = async (place: number) => {
      const batch = await prepareBatch(valuesOf([callRecord()]), hashers, now())
      const note = noteAlone(async () => {
        if (place === 1) throw new Error('It can not be noted.')
        noted.push(place)
      })
      return ingest(center.id, batch, note)
    }
    // The first goes by itself; the others wait for it together.
    const came = await Promise.allSettled([0, 0, 1, 2].map(put))
    expect(came.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    ])
    const [row] = await sql`
      select count(*)::int as calls from call where organization_id = ${center.id}`
    expect(row).toEqual({ calls: 3 })
    expect(noted.filter((place) => place === 2)).not.toHaveLength(0)
  })

  it('count in the order in which they came, however long one takes to prepare', async () => {
    const center = await world.center()
    const take = openTakeRecords(lanes(), secret, now)
    const before = callRecord({ externalId: 'x', queue: 'before' })
    const many = [...Array.from({ length: 600 }, () => callRecord()), before]
    const after = { ...before, queue: 'after' }
    const replies = await Promise.all([
      take(center.id, valuesOf(many), noNote),
      take(center.id, valuesOf([after]), noNote),
    ])
    expect(replies).toMatchObject([{ accepted: 601 }, { superseded: 1 }])
    const [row] = await sql`
      select queue from call where organization_id = ${center.id} and external_id = 'x'`
    expect(row).toEqual({ queue: 'after' })
  })
})

describe('a batch', () => {
  const strange = 'back\\slash\ttab\nline\r ‘•’'
  const records = (): CallRecord[] =>
    Array.from({ length: 25 }, (_, place) =>
      callRecord({
        ...{ externalId: `${strange} ${place}`, customer: `customer ${place % 3}`, queue: strange },
        startedAt: `2026-02-01T0${place % 9}:00:00.250Z`,
        legs: [
          legRecord({ holdSeconds: place }),
          legRecord({ rep: 'bo', queue: place % 2 ? 'other' : null }),
        ],
        offers: [{ rep: 'cy', result: 'busy' }],
        // In the last row alone.
        ...(place === 24
          ? { answeredAt: '2026-02-01T06:00:09Z', recordingUrl: 'https://a/b' }
          : {}),
      }),
    )
  const tables = ['call', 'leg', 'offer', 'stint'] as const
  const apart = ['organization_id', 'id', 'call_id', 'feed_id', 'customer_key', 'facts_hash']
  const unlike = new Set([...apart, 'chain_id', 'rep_id', 'alias_id', 'cell_id'])

  it('is written alike by COPY and by INSERT, whatever it holds', async () => {
    const [copied, inserted] = [await world.center(), await world.center()]
    const sent = records()
    await copied.deliver(...sent)
    for (const record of sent) await inserted.deliver(record)
    for (const table of tables) {
      const order = table === 'call' ? sql`t.external_id` : sql`c.external_id, t.*`
      const rowsOf = async (organizationId: number) => {
        const rows = await sql`
          select t.* from ${sql(table)} t
          join call c on c.organization_id = t.organization_id
            and c.id = ${table === 'call' ? sql`t.id` : sql`t.call_id`}
          where t.organization_id = ${organizationId} order by ${order}`
        return rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([name]) => !unlike.has(name))),
        )
      }
      const rows = await rowsOf(copied.id)
      expect(rows).toEqual(await rowsOf(inserted.id))
      expect(rows.length).toBeGreaterThanOrEqual(table === 'stint' ? 0 : 25)
    }
  })

  it('of several sources keeps their calls apart, and answers in its own order', async () => {
    const center = await world.center()
    const from = (source: string, queue: string, version: number) =>
      callRecord({ source, externalId: 'same', queue, version })
    const first = [from('a', 'one', 2), from('b', 'two', 2), from('a', 'old', 1)]
    expect(await center.deliver(...first)).toMatchObject({
      ...{ accepted: 2, unchanged: 0, superseded: 0 },
      refused: [{ index: 2, reason: 'stale_version' }],
    })
    const again = [from('b', 'new', 3), from('a', 'other', 2), from('a', 'one', 2)]
    expect(await center.deliver(...again)).toMatchObject({ superseded: 1 })
    const rows = await sql`
      select f.source, c.queue from call c
      join feed f on f.organization_id = c.organization_id and f.id = c.feed_id
      where c.organization_id = ${center.id} order by f.source`
    expect(rows).toEqual([
      { source: 'a', queue: 'one' },
      { source: 'b', queue: 'new' },
    ])
  })
})
