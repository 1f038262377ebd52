import { type RefusalReason } from '../../shared/wire/refusal.ts'

export type FieldProblem = { field: string; message: string }

/** A request we say no to. Its reason decides the status; its message is for the person. */
export class Refused extends Error {
  readonly reason: RefusalReason
  readonly fields: FieldProblem[] | undefined

  constructor(reason: RefusalReason, message: string, fields?: FieldProblem[]) {
    super(message)
    this.reason = reason
    this.fields = fields
  }
}
