import type * as contract from '../../shared/intake/mapping-contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

/** A saved column mapping as a list names it. */
export type SavedMapping = ReplyOf<typeof contract.mappings>['items'][number]
