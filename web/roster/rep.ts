import * as roster from '../../shared/roster/contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'

/** A rep as the set-up shows them: with team and names in phone systems. */
export type Rep = ReplyOf<typeof roster.reps>['items'][number]

/** What is asked again when a rep changes. */
export const renewedByReps = [
  ...[roster.reps, roster.teams, roster.people],
  ...[matching.suggestions, matching.repChanges],
]
