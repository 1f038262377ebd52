import { hkdfSync } from 'node:crypto'
import { keyedHasher } from './keyed-hash.ts'

const shownAtEnd = 3

/** What phone systems send where the caller withheld the number: nobody, not somebody. */
const nobody = new Set(['anonymous', 'restricted', 'unavailable', 'unknown', 'private', 'withheld'])

/** How customers of one organization are hashed: nobody can link them across organizations. */
export type CustomerHasher = (customer: string | null | undefined) => CustomerKey
/** The hash in hexadecimal digits, and what may be shown. */
export type CustomerKey = { hex: string; masked: string } | null

/**
 * @param secret the installation's secret: without it the hashes can't be guessed back
 */
export function customerHasher(secret: string, organizationId: number): CustomerHasher {
  const salt = Buffer.from(`organization ${organizationId}`)
  const hash = keyedHasher(Buffer.from(hkdfSync('sha256', secret, salt, 'customer key', 32)))
  return (customer) => {
    const normal = normalize(customer ?? '')
    if (normal === '' || nobody.has(normal)) return null
    return { hex: hash(normal), masked: mask(normal) }
  }
}

const looksLikeNumber = /^\+?[\d\s().\-/]+$/

/** One customer, one spelling: numbers without their punctuation, names in lower case. */
function normalize(customer: string): string {
  const trimmed = customer.trim()
  if (looksLikeNumber.test(trimmed)) return trimmed.replaceAll(/[\s().\-/]/g, '')
  return trimmed.toLowerCase()
}

/** Enough to recognize one's own customer by, not enough to call or write to them. */
function mask(normal: string): string {
  if (normal.length <= shownAtEnd + 1) return '•••'
  return `•••${normal.slice(-shownAtEnd)}`
}
