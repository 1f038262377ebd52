import { type RecordRefusalReason } from '../../../../shared/calls/record-refusal.ts'
import { type RowRefusal } from '../../row-outcome.ts'

export const refusal = (
  reason: RecordRefusalReason,
  field: string | null,
  message: string,
  externalId: string | null = null,
): RowRefusal => ({ reason, field, message, externalId })
