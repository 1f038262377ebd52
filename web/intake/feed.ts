import type * as intake from '../../shared/intake/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

/** A source of call records as its line shows it. */
export type Feed = ReplyOf<typeof intake.feeds>['items'][number]
