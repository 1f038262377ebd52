import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Database['writing'] | Transaction

export type WebhookRow = {
  id: number
  url: string
  events: string[]
  isEnabled: boolean
  disabledWhy: string | null
  createdAt: Date
  waiting: number
  dead: number
}

/** Addresses in order of their numbers; one of them, or those after another. */
export const findWebhooks = (
  sql: Reader,
  organizationId: number,
  asked: { id: number } | { after: number; limit: number },
): Promise<WebhookRow[]> => sql<WebhookRow[]>`
  select w.id, w.url, w.events, w.is_enabled as "isEnabled", w.disabled_why as "disabledWhy",
    w.created_at as "createdAt", m.waiting, m.dead
  from webhook w
  cross join lateral (
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'dead')::int as dead
    from webhook_message m
    where m.organization_id = w.organization_id and m.webhook_id = w.id
  ) m
  where w.organization_id = ${organizationId}
    and ${'id' in asked ? sql`w.id = ${asked.id}` : sql`w.id > ${asked.after}`}
  order by w.id ${'id' in asked ? sql`` : sql`limit ${asked.limit}`}`

export async function takeWebhookId(sql: Database['writing']): Promise<number> {
  const [taken] = await sql<{ id: number }[]>`
    select nextval(pg_get_serial_sequence('webhook', 'id'))::int as id`
  return taken?.id ?? 0
}

export async function insertWebhook(
  sql: Database['writing'],
  organizationId: number,
  row: { id: number; url: string; events: readonly string[]; secret: Buffer; createdAt: Date },
): Promise<void> {
  await sql`
    insert into webhook (organization_id, id, url, events, secret, created_at)
      overriding system value
    values (${organizationId}, ${row.id}, ${row.url}, ${[...row.events]}, ${row.secret},
      ${row.createdAt})`
}

/**
 * Whatever is given is changed, the secret never. Enabling takes away why it was disabled, and so
 * does another address: the former one said it.
 */
export async function updateWebhook(
  sql: Database['writing'],
  organizationId: number,
  id: number,
  change: { url?: string; events?: readonly string[]; isEnabled?: boolean },
): Promise<boolean> {
  const { url = null, events = null, isEnabled = null } = change
  const { count } = await sql`
    update webhook set
      url = coalesce(${url}, url),
      events = coalesce(${events === null ? null : [...events]}::text[], events),
      is_enabled = coalesce(${isEnabled}::boolean, is_enabled),
      disabled_why =
        case when ${isEnabled}::boolean or ${url} <> url then null else disabled_why end
    where organization_id = ${organizationId} and id = ${id}`
  return count > 0
}

export async function rotateSecret(
  sql: Database['writing'],
  organizationId: number,
  id: number,
  given: { secret: Buffer; formerUntil: Date },
): Promise<boolean> {
  const { count } = await sql`
    update webhook set former_secret = secret, former_until = ${given.formerUntil},
      secret = ${given.secret}
    where organization_id = ${organizationId} and id = ${id}`
  return count > 0
}

export async function removeWebhook(
  database: Database,
  organizationId: number,
  id: number,
): Promise<boolean> {
  return database.writing.begin(async (transaction) => {
    const { count } = await transaction`
      delete from webhook where organization_id = ${organizationId} and id = ${id}`
    await transaction`
      delete from webhook_message
      where organization_id = ${organizationId} and webhook_id = ${id}`
    return count > 0
  })
}

/** The receiver has said that it is gone: what waits is dead, and nothing new is written. */
export async function disableGone(
  transaction: Transaction,
  organizationId: number,
  id: number,
  why: string,
): Promise<void> {
  await transaction`
    update webhook set is_enabled = false, disabled_why = ${why}
    where organization_id = ${organizationId} and id = ${id}`
  await transaction`
    update webhook_message set state = 'dead', next_at = null
    where organization_id = ${organizationId} and webhook_id = ${id} and state = 'waiting'`
}
