import { type Direction } from '../../../../shared/calls/words.ts'
import { isExtension } from '../asterisk/extension.ts'
import { type TimedCdr } from './timed-cdr.ts'

/** Contexts in which calls from outside arrive, as FreePBX and most others call them. */
const fromOutside = /^(from-(pstn|trunk|did|sip-external|dahdi|zaptel)|incoming|inbound|ext-did)/i
const withheld = /^(anonymous|unknown|unavailable|restricted|withheld|private)$/i

/**
 * Which way a call went: by the context in which it arrived, else by who has a number of the
 * house's own. A caller by a name and not a number is a phone of the house.
 *
 * @param row the first of the call
 */
export function directionOf(row: TimedCdr, inboundContexts: readonly string[]): Direction {
  const { context, source, dialled } = row
  if (fromOutside.test(context) || inboundContexts.includes(context)) return 'inbound'
  if (source !== null && withheld.test(source)) return 'inbound'
  if (isOutside(source)) return isOutside(dialled) && isPhone(row) ? 'outbound' : 'inbound'
  return isOutside(dialled) ? 'outbound' : 'internal'
}

const isOutside = (number: string | null): boolean =>
  number !== null && /^\+?\d{6,}$/.test(number) && !isExtension(number)

/** A phone that shows an outside number when it calls out still has its extension as a name. */
const isPhone = ({ channel }: TimedCdr) => /^[A-Za-z0-9]+\/\d{2,5}-[0-9a-f]+$/i.test(channel)
