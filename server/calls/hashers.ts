import { type CustomerHasher, customerHasher } from './customer-key.ts'
import { keyedHasher } from './keyed-hash.ts'

/** What hashes the records of one organization: whose they are, and what they say. */
export type Hashers = { customer: CustomerHasher; facts: (facts: string) => string }

/**
 * The hashers of each organization; deriving a key takes a moment, and it never changes.
 *
 * @param secret the installation's: without it the hashes can't be guessed back
 */
export function openHashers(secret: string): (organizationId: number) => Hashers {
  const facts = keyedHasher(Buffer.from(secret))
  const known = new Map<number, Hashers>()
  return (organizationId) => {
    const hashers = known.get(organizationId) ?? {
      customer: customerHasher(secret, organizationId),
      facts,
    }
    known.set(organizationId, hashers)
    return hashers
  }
}
