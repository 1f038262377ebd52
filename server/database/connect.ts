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

/** Opens the pools; no connection is made before the first query. */
export function connect(url: string): Database {
  const open = (max: number, isReadOnly: boolean) => {
    const options = {
      max,
      // The driver takes this; its types leave it out.
      socket: promptSocket,
      connect_timeout: connectSecondsLimit,
      onnotice: () => undefined,
      connection: {
        application_name: 'wellspent',
        statement_timeout: statementSecondsLimit * 1000,
        TimeZone: 'UTC',
        ...(isReadOnly ? { default_transaction_read_only: true } : {}),
      },
    }
    return postgres(url, options)
  }
  const reading = open(readersLimit, true) as Reading
  const writing = open(writersLimit, false) as Writing
  const tables = open(tableWritersLimit, false)
  return {
    reading,
    writing,
    tables: drizzle(tables),
    listen: async (channel, hear, ready) => {
      await writing.listen(channel, hear, ready)
    },
    close: async () => {
      await Promise.all([
        reading.end({ timeout: closeSecondsLimit }),
        writing.end({ timeout: closeSecondsLimit }),
        tables.end({ timeout: closeSecondsLimit }),
      ])
    },
  }
}
