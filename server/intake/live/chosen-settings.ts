import {
  type ConnectionKind,
  type ConnectionSettings,
  type NewConnection,
} from '../../../shared/intake/connection.ts'
import { type RefusalReason } from '../../../shared/wire/refusal.ts'
import { Refused } from '../../http/refused.ts'
import { adapterNamed } from '../adapters/all-adapters.ts'
import { isCountry } from '../caller-number.ts'
import { zoneClock } from '../mapping/zone-clock.ts'

/** What reads the deliveries of a kind, unless something else is said; null: our own records. */
const usualAdapter: Record<ConnectionKind, string | null> = {
  standard_webhooks: null,
  amazon_firehose: 'amazon-connect',
  aircall: 'aircall-webhooks',
  freeswitch: 'freeswitch',
}

/**
 * How a new connection reads.
 *
 * @throws Refused naming the field, for an adapter, a zone or a country that does not exist
 */
export function chosenSettings(given: NewConnection): ConnectionSettings {
  const adapter = given.adapter === undefined ? usualAdapter[given.kind] : given.adapter
  const { timeZone = null, country = null, names = {} } = given
  if (adapter !== null && !adapterNamed(adapter)) {
    throw wrong('adapter_unknown', 'adapter', `Nothing here reads "${adapter}"; choose another.`)
  }
  if (country !== null && !isCountry(country)) {
    throw wrong('malformed_request', 'country', `There is no country ${country} in ISO 3166.`)
  }
  if (timeZone !== null && !isZone(timeZone)) {
    const message = `There is no zone ${timeZone}; name one such as Europe/Berlin.`
    throw wrong('malformed_request', 'timeZone', message)
  }
  return { adapter, timeZone, country, names }
}

const wrong = (reason: RefusalReason, field: string, message: string): Refused =>
  new Refused(reason, message, [{ field, message }])

function isZone(zone: string): boolean {
  try {
    zoneClock(zone)
    return true
  } catch {
    return false
  }
}
