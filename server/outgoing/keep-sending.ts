import { type Database } from '../database/connect.ts'
import { nextAttemptAt } from './attempts.ts'
import { claimDue, type Claimed, dropDelivered, noteAttempt } from './message-store.ts'
import { answerSecondsLimit, sendMessage, type SendResult } from './send-message.ts'
import { disableGone } from './webhook-store.ts'

/** How often it looks whether a message is due. One look is one small query. */
const lookMilliseconds = 1_000
/** Messages under way at once. */
const sentAtOnceLimit = 8
/** A message that was taken and never noted is due again after this; longer than any attempt. */
const leaseSeconds = 4 * answerSecondsLimit
/** Delivered messages are kept longer than calls are told of, so that none is told twice. */
const keptDays = 90
const dropEveryMilliseconds = 3_600_000
const dayMilliseconds = 86_400_000

/** Opens what `Seal` of the installation has closed. */
export type Opening = (sealed: Uint8Array, about: string) => string | null

export const aboutSecret = (organizationId: number, webhookId: number): string =>
  `webhook ${organizationId} ${webhookId}`

type Needs = {
  database: Database
  open: Opening
  clock: () => number
  log: (error: unknown) => void
  random?: () => number
  secondsLimit?: number
}

/**
 * Sends what is in the outbox: at least once, under the same id, in no promised order. Several
 * processes share the work, because each message is taken by one at a time.
 */
export function keepSending(needs: Needs) {
  const { database, clock } = needs
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | null = null
  let isStopped = false
  let droppedAt = 0

  const sendSome = async (): Promise<number> => {
    const now = clock()
    const taken = await claimDue(database.writing, {
      now: new Date(now),
      leaseUntil: new Date(now + leaseSeconds * 1000),
      limit: sentAtOnceLimit,
    })
    await Promise.all(taken.map((message) => attempt(needs, message)))
    return taken.length
  }
  const sendAll = async (): Promise<void> => {
    while (!isStopped && (await sendSome()) > 0);
    if (clock() - droppedAt < dropEveryMilliseconds) return
    droppedAt = clock()
    await dropDelivered(database.writing, new Date(clock() - keptDays * dayMilliseconds))
  }
  const go = (): void => {
    running = sendAll()
      .catch(needs.log)
      .then(() => {
        if (!isStopped) timer = setTimeout(go, lookMilliseconds)
      })
  }
  return {
    /** Sends at once what is due. */
    sendAll,
    start: go,
    stop: async (): Promise<void> => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function attempt(needs: Needs, message: Claimed): Promise<void> {
  const { clock, database } = needs
  const about = aboutSecret(message.organizationId, message.webhookId)
  const secret = needs.open(message.secret, about)
  const former = message.formerSecret && needs.open(message.formerSecret, about)
  const secrets = [secret, former].filter((each) => each !== null)
  const came =
    secret === null
      ? { status: null, answer: 'The secret can not be read any more; give it a new one.' }
      : await sendMessage({ ...message, secrets }, clock(), needs.secondsLimit)
  await database.writing.begin(async (transaction) => {
    const next = nextAttemptAt(message.attempts, clock(), needs.random ?? Math.random)
    await noteAttempt(transaction, message, { ...came, ...stateAfter(came, next) })
    if (came.status !== 410) return
    const why = 'The receiver answered 410: it wants no more messages.'
    await disableGone(transaction, message.organizationId, message.webhookId, why)
  })
}

function stateAfter({ status }: SendResult, next: number | null) {
  if (status !== null && status >= 200 && status < 300) {
    return { state: 'delivered' as const, nextAt: null }
  }
  if (next === null || status === 410) return { state: 'dead' as const, nextAt: null }
  return { state: 'waiting' as const, nextAt: new Date(next) }
}
