import { type WebhookMessage } from '../../shared/outgoing/contract.ts'
import { type Database, type Transaction } from '../database/connect.ts'

type Reader = Database['reading'] | Database['writing'] | Transaction

export type MessageRow = Omit<WebhookMessage, 'createdAt' | 'nextAttemptAt' | 'lastAttemptAt'> & {
  createdAt: Date
  nextAttemptAt: Date | null
  lastAttemptAt: Date | null
}

/** Messages to an address, newest first; one of them, or those before another. */
export const findMessages = (
  sql: Reader,
  organizationId: number,
  asked:
    | { id: number }
    | { webhookId: number; state: string | null; before: number | null; limit: number },
): Promise<MessageRow[]> => sql<MessageRow[]>`
  select id::float8, message_id::text as "messageId", event, state, created_at as "createdAt",
    attempts, next_at as "nextAttemptAt", last_at as "lastAttemptAt",
    last_status as "lastStatus", last_answer as "lastAnswer"
  from webhook_message
  where organization_id = ${organizationId}
    ${
      'id' in asked
        ? sql`and id = ${asked.id}`
        : sql`and webhook_id = ${asked.webhookId}
            ${asked.state === null ? sql`` : sql`and state = ${asked.state}`}
            ${asked.before === null ? sql`` : sql`and id < ${asked.before}`}`
    }
  order by id desc ${'id' in asked ? sql`` : sql`limit ${asked.limit}`}`

export async function insertTest(
  sql: Database['writing'],
  organizationId: number,
  given: { webhookId: number; body: string; now: Date },
): Promise<number> {
  const [made] = await sql<{ id: number }[]>`
    insert into webhook_message
      (organization_id, webhook_id, event, body, created_at, next_at)
    values (${organizationId}, ${given.webhookId}, 'webhook.test', ${given.body}, ${given.now},
      ${given.now})
    returning id::float8`
  return made?.id ?? 0
}

/** Begins the attempts anew. @returns false where there is no such message */
export async function restart(
  sql: Database['writing'],
  organizationId: number,
  id: number,
  now: Date,
): Promise<boolean> {
  const { count } = await sql`
    update webhook_message set state = 'waiting', attempts = 0, next_at = ${now}
    where organization_id = ${organizationId} and id = ${id}`
  return count > 0
}

export type Claimed = {
  organizationId: number
  id: number
  webhookId: number
  messageId: string
  body: string
  attempts: number
  url: string
  secret: Buffer
  formerSecret: Buffer | null
}

/**
 * Takes messages that are due for one attempt each, so that nobody else takes them before the
 * lease ends; the attempt counts from here on. Where this process dies in between, the message is
 * due again with the lease's end.
 */
export const claimDue = (
  sql: Database['writing'],
  given: { now: Date; leaseUntil: Date; limit: number },
): Promise<Claimed[]> => sql<Claimed[]>`
  update webhook_message m
  set attempts = m.attempts + 1, next_at = ${given.leaseUntil}, last_at = ${given.now}
  from (
    select d.organization_id, d.id, w.url, w.secret,
      case when w.former_until > ${given.now} then w.former_secret end as former_secret
    from webhook_message d
    join webhook w on w.organization_id = d.organization_id and w.id = d.webhook_id
    where d.state = 'waiting' and d.next_at <= ${given.now}
      and (w.is_enabled or d.event = 'webhook.test')
    order by d.next_at, d.id limit ${given.limit}
    for update of d skip locked
  ) due
  where m.organization_id = due.organization_id and m.id = due.id
  returning m.organization_id as "organizationId", m.id::float8, m.webhook_id as "webhookId",
    m.message_id::text as "messageId", m.body, m.attempts, due.url, due.secret,
    due.former_secret as "formerSecret"`

/** What came of an attempt; `nextAt` null is the end of them. */
export async function noteAttempt(
  transaction: Transaction,
  { organizationId, id, attempts }: Pick<Claimed, 'organizationId' | 'id' | 'attempts'>,
  came: {
    state: 'waiting' | 'delivered' | 'dead'
    nextAt: Date | null
    status: number | null
    answer: string
  },
): Promise<void> {
  await transaction`
    update webhook_message set state = ${came.state}, next_at = ${came.nextAt},
      last_status = ${came.status}, last_answer = ${came.answer.replaceAll('\u0000', '')}
    where organization_id = ${organizationId} and id = ${id} and attempts = ${attempts}
      and state = 'waiting'`
}

/** Takes away delivered messages of calls that nobody is told of any more. */
export async function dropDelivered(sql: Database['writing'], before: Date): Promise<void> {
  await sql`delete from webhook_message where state = 'delivered' and created_at < ${before}`
}
