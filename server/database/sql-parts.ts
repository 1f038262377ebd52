import { type PendingQuery, type Row } from 'postgres'
import { type Database, type Transaction } from './connect.ts'

type Reader = Database['reading'] | Transaction

/** A piece of a statement, to be put into a larger one. */
export type Fragment = PendingQuery<Row[]>

/** Pieces with commas between them; there is at least one. */
export const listed = (sql: Reader, parts: readonly Fragment[]): Fragment =>
  parts.reduce((all, each) => sql`${all}, ${each}`)

/** Conditions that hold together; there is at least one. */
export const allOf = (sql: Reader, conditions: readonly Fragment[]): Fragment =>
  conditions.reduce((all, each) => sql`${all} and ${each}`)
