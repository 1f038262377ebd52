import { ingest } from '../../shared/calls/contract.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'

/** Capitals are what the reader fills in; the mapping is one that ships with the project. */
export const fileCommand =
  'npx --yes pnpm@12 wellspent import FILE --mapping docs/mappings/phone-now.json --source NAME'

/** The least a record needs to be worth something: who, when, how long, for whom. */
const example: CallRecord = {
  source: 'NAME',
  externalId: 'CALL-1',
  startedAt: '2026-03-02T09:14:05Z',
  direction: 'inbound',
  queue: 'support',
  issue: 'no-internet',
  customer: '+15550100',
  legs: [{ rep: 'Kim', talkSeconds: 1_620, wrapSeconds: 45 }],
}

/** A request that works from any shell of this kind once KEY is replaced. */
export const postCommand = (origin: string): string =>
  [
    `curl ${origin}${ingest.path} \\`,
    "  -H 'authorization: Bearer KEY' \\",
    "  -H 'content-type: application/json' \\",
    `  -d '${JSON.stringify(example)}'`,
  ].join('\n')
