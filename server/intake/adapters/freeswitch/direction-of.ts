import { type Direction } from '../../../../shared/calls/words.ts'
import { type ChannelLeg } from './told.ts'

/** Where calls from outside arrive in a FreeSWITCH that nobody has set up otherwise. */
const usualPublicContexts = 'public'

/**
 * A call's direction as a center means it. FreeSWITCH's own is seen from the switch, where a call
 * from a desk phone comes in as well: the SIP profile and the context tell.
 *
 * @param others channels that the call's own was bridged to
 * @param publicContexts contexts that calls from outside arrive in, with commas between them;
 *   left out where the site has named none
 */
export function directionOf(
  main: ChannelLeg,
  others: readonly ChannelLeg[],
  publicContexts: string | undefined,
): Direction {
  if (isExternal(main) || isPublic(main.profile.context ?? '', publicContexts)) return 'inbound'
  if (others.some(isExternal)) return 'outbound'
  const bridged = `${main.variable('bridge_channel') ?? ''} ${main.variable('last_arg') ?? ''}`
  if (/sofia\/(external|gateway)\//.test(bridged)) return 'outbound'
  if (main.variable('dialed_user') !== null || main.bridgedAt !== null) return 'internal'
  return isExtension(main.profile.dialled) ? 'internal' : 'outbound'
}

/** Whether calls from outside arrive in this context. */
export const isPublic = (context: string, publicContexts = usualPublicContexts): boolean =>
  publicContexts.split(',').some((name) => name.trim() === context)

export const isExternal = ({ variable }: ChannelLeg): boolean =>
  variable('sofia_profile_name') === 'external' ||
  variable('sip_gateway_name') !== null ||
  variable('sip_gateway') !== null ||
  (variable('channel_name')?.startsWith('sofia/external/') ?? false)

/** Numbers within the house have so few digits. */
const extensionDigitsLimit = 6

export const isExtension = (number: string | null): boolean =>
  number !== null && /^\d{2,}$/.test(number) && number.length <= extensionDigitsLimit
