import { type Audience, type Issue, type Queue } from './queues.ts'
import { type Random } from './random.ts'

export type Customer = {
  /** An account's number as the phone system knows it; null where the caller was not identified. */
  account: string | null
  /** 0 for whoever calls most often. */
  rank: number
  isFrequent: boolean
}

/** How many accounts there are, and how unevenly they call: 1 would be evenly. */
const pools = {
  consumer: { accounts: 52_000, skew: 1.75, prefix: 'C-1' },
  business: { accounts: 7_000, skew: 1.3, prefix: 'B-7' },
  internal: { accounts: 2_600, skew: 1.2, prefix: 'E-3' },
} as const satisfies Record<Audience, { accounts: number; skew: number; prefix: string }>

const unidentifiedShare = 0.06
/** The few accounts at the head of a pool are the frequent callers. */
const frequentShare = 0.004
const petIssueShare = 0.5

/** Who calls about something new. */
export function customerOf(audience: Audience, random: Random): Customer {
  const { accounts, skew, prefix } = pools[audience]
  const rank = rankOf(accounts, skew, random)
  const isUnidentified = random() < unidentifiedShare
  return {
    account: isUnidentified ? null : `${prefix}${String(rank * 7 + 11).padStart(6, '0')}`,
    rank,
    isFrequent: rank < accounts * frequentShare,
  }
}

/** From 0, the lower the more often drawn; `evenness` keeps the first from calling all day. */
function rankOf(accounts: number, skew: number, random: Random): number {
  const least = evenness ** skew
  const place = (evenness + (1 - evenness) * random()) ** skew
  return Math.floor((accounts * (place - least)) / (1 - least))
}
const evenness = 0.01

/** The language a customer is served in. */
export function languageOf({ rank }: Customer): string {
  if (rank % 17 === 3) return 'es'
  return rank % 29 === 5 ? 'pl' : 'en'
}

/** A frequent caller often calls about the same thing again. */
export function petIssueOf(customer: Customer, queue: Queue, random: Random): Issue | null {
  if (!customer.isFrequent || random() >= petIssueShare) return null
  return queue.issues[customer.rank % queue.issues.length] ?? null
}
