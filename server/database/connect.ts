import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { promptSocket } from './prompt-socket.ts'

/** A connection pool that PostgreSQL itself keeps from writing. */
export type Reading = Sql & { readonly may: 'read' }
/** A connection pool that may write. */
export type Writing = Sql & { readonly may: 'write' }
/** One transaction of a writing pool; what it writes is on disk when it has ended. */
export type Transaction = TransactionSql

export type Database = {
  reading: Reading
  writing: Writing
  /** Typed queries on the tables; drizzle changes how its pool reads dates, so it has its own. */
  tables: PostgresJsDatabase
  /**
   * Hears what other servers tell on a channel; after a lost connection as well, of which `ready` is
   * told, for what was told meanwhile is lost.
   */
  listen: (channel: string, hear: (text: string) => void, ready: () => void) => Promise<void>
  close: () => Promise<void>
}

/** PostgreSQL's own limit on one statement, so that no page waits for ever. */
const statementSecondsLimit = 60
const connectSecondsLimit = 10
const readersLimit = 8
const writersLimit = 6
const tableWritersLimit = 4
const closeSecondsLimit = 5
/** However long the database was away, the next attempt to reach it is made this soon. */
const reconnectSecondsLimit = 1
/** How long after a listening connection was lost it is asked for again. */
const listenAgainMilliseconds = 250

/** Opens the pools; no connection is made before the first query. */
export function connect(url: string): Database {
  const reading = open(url, { max: readersLimit, isReadOnly: true }) as Reading
  const writing = open(url, { max: writersLimit }) as Writing
  const tables = open(url, { max: tableWritersLimit })
  const listeners: Listener[] = []
  return {
    reading,
    writing,
    tables: drizzle(tables),
    listen: async (channel, hear, ready) => {
      const listener = openListener(url, { channel, hear, ready })
      listeners.push(listener)
      await listener.isListening
    },
    close: async () => {
      for (const { stop } of listeners) stop()
      const pools = [reading, writing, tables, ...listeners.map(({ pool }) => pool)]
      await Promise.all(pools.map((pool) => pool.end({ timeout: closeSecondsLimit })))
    },
  }
}

type Opening = {
  max: number
  isReadOnly?: boolean
  /** Hears of what other sessions tell on channels this pool listens on. */
  onnotify?: (channel: string, text: string) => void
  onclose?: () => void
}

function open(url: string, { max, isReadOnly = false, ...heard }: Opening) {
  const options = {
    max,
    // The driver takes this; its types leave it out.
    socket: promptSocket,
    connect_timeout: connectSecondsLimit,
    backoff: reconnectSeconds,
    onnotice: () => undefined,
    connection: {
      application_name: 'wellspent',
      statement_timeout: statementSecondsLimit * 1000,
      TimeZone: 'UTC',
      ...(isReadOnly ? { default_transaction_read_only: true } : {}),
    },
    ...heard,
  }
  return postgres(url, options)
}

/** Longer and longer, and spread, so that pools of many servers do not come back together. */
const reconnectSeconds = (attempts: number): number =>
  (0.5 + Math.random() / 2) * Math.min(3 ** attempts / 100, reconnectSecondsLimit)

type Heard = { channel: string; hear: (text: string) => void; ready: () => void }
type Listener = ReturnType<typeof openListener>

/**
 * Listens on a channel, and again whenever the connection was lost. The driver's own way gives up
 * where the first attempt after a loss fails, and says nothing of it.
 */
function openListener(url: string, { channel, hear, ready }: Heard) {
  let isStopped = false
  let again: NodeJS.Timeout | undefined
  const listen = async (): Promise<void> => {
    try {
      await pool`listen ${pool(channel)}`
      ready()
    } catch {
      listenLater()
    }
  }
  const listenLater = (): void => {
    clearTimeout(again)
    if (!isStopped) again = setTimeout(() => void listen(), listenAgainMilliseconds)
  }
  const pool = open(url, {
    max: 1,
    onnotify: (_channel, text) => {
      hear(text)
    },
    onclose: listenLater,
  })
  return {
    pool,
    /** Resolves after the first attempt, which may have failed. */
    isListening: listen(),
    stop: (): void => {
      isStopped = true
      clearTimeout(again)
    },
  }
}
