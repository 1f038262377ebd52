import { lookup as resolve } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Names under which clouds tell secrets to whoever asks from inside. */
const metadataNames = new Set(['metadata', 'metadata.google.internal', 'instance-data'])

/** Addresses nobody has a receiver at: this link, metadata services, many at once, nowhere. */
const never = new BlockList()
never.addSubnet('0.0.0.0', 8)
never.addSubnet('169.254.0.0', 16)
never.addAddress('100.100.100.200')
never.addSubnet('224.0.0.0', 3)
never.addAddress('::', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addSubnet('ff00::', 8, 'ipv6')
never.addAddress('fd00:ec2::254', 'ipv6')

/** This machine and networks of one's own: there a receiver may do without encryption. */
const near = new BlockList()
near.addSubnet('127.0.0.0', 8)
near.addSubnet('10.0.0.0', 8)
near.addSubnet('172.16.0.0', 12)
near.addSubnet('192.168.0.0', 16)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

/** Why nothing is sent to an address, as a sentence; null where it may be. */
export function faultOfAddress(address: string, isEncrypted: boolean): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
  if (never.check(plain, family)) return `${address} is no address of a receiver.`
  if (isEncrypted || near.check(plain, family)) return null
  return `${address} is outside; use https there.`
}

export class UnusableAddress extends Error {}

/** @throws UnusableAddress, with a sentence for whoever typed the URL */
export function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UnusableAddress(
      'url must be an address that begins with https:// (or http:// inside).',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new UnusableAddress('url must not carry a name or password; messages are signed.')
  }
  if (metadataNames.has(hostOf(url).replace(/\.$/, ''))) {
    throw new UnusableAddress(`${hostOf(url)} is no address of a receiver.`)
  }
  return url
}

export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase()

/** Resolves a name when an address is registered, so that a mistake is told at once. */
export async function refuseUnusable(url: URL): Promise<void> {
  const isEncrypted = url.protocol === 'https:'
  const found = await resolve(hostOf(url), { all: true }).catch(() => null)
  if (!found) throw new UnusableAddress(`The name ${hostOf(url)} is not known here.`)
  for (const { address } of found) {
    const fault = faultOfAddress(address, isEncrypted)
    if (fault !== null) throw new UnusableAddress(fault)
  }
}

/** Checks every address at the moment of connecting: a name may lead elsewhere by then. */
export const lookupChecked =
  (isEncrypted: boolean): LookupFunction =>
  (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }).then(
      (found) => {
        const faults = found.map(({ address }) => faultOfAddress(address, isEncrypted))
        const fault = faults.find((each) => each !== null)
        if (fault != null) answer(new UnusableAddress(fault), '', 0)
        else if (options.all) answer(null, found)
        else answer(null, found[0]?.address ?? '', found[0]?.family)
      },
      (error: unknown) => {
        answer(error as NodeJS.ErrnoException, '', 0)
      },
    )
  }
