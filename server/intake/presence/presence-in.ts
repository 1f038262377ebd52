import { setImmediate as nextTurn } from 'node:timers/promises'
import { type PresenceEvent } from '../../../shared/floor/presence.ts'
import { type AdapterSettings } from '../adapters/adapter.ts'
import { openJsonDocuments } from '../adapters/json-documents.ts'
import { presenceInAircall } from './aircall.ts'
import { presenceInAmazonConnect } from './amazon-connect.ts'
import { presenceInFreeswitch } from './freeswitch.ts'
import { lastWords } from './last-words.ts'

/** What a vendor's document says of the floor. Pure, and it never throws, whatever it is given. */
type Tell = (document: unknown, settings: AdapterSettings) => PresenceEvent[]

/** By the adapter that reads the same documents for calls; `mark` stands in all that tell. */
const tellers: Readonly<Record<string, { mark: RegExp; tell: Tell }>> = {
  'aircall-webhooks': { mark: /"(call|user)\./, tell: presenceInAircall },
  'amazon-connect': { mark: /"(CurrentAgentSnapshot|detail-type)"/, tell: presenceInAmazonConnect },
  freeswitch: { mark: /"Event-Name"/, tell: presenceInFreeswitch },
}

/** So much is read before others get their turn: some milliseconds. */
const charactersAtOnce = 262_144

/**
 * The last words that a delivery tells of the floor, beside the calls it tells; documents that are
 * broken or tell nothing of it say nothing.
 *
 * @param adapter the name of what reads the delivery for calls
 */
export async function presenceIn(
  adapter: string,
  text: string,
  settings: AdapterSettings,
): Promise<PresenceEvent[]> {
  const teller = Object.hasOwn(tellers, adapter) ? tellers[adapter] : undefined
  if (!teller?.mark.test(text)) return []
  const { tell } = teller
  const documents = openJsonDocuments()
  const wordsIn = (found: ReturnType<typeof documents.end>): PresenceEvent[] =>
    found.flatMap(({ problem, value }) => (problem === null ? tell(value, settings) : []))
  const events: PresenceEvent[] = []
  for (let at = 0; at < text.length; at += charactersAtOnce) {
    for (const event of wordsIn(documents.take(text.slice(at, at + charactersAtOnce)))) {
      events.push(event)
    }
    await nextTurn()
  }
  for (const event of wordsIn(documents.end())) events.push(event)
  return lastWords(events)
}
