import { describe, expect, it } from 'vitest'
import { nextAttemptAt, waitsSeconds } from '../../server/outgoing/attempts.ts'
import {
  faultOfAddress,
  readUrl,
  refuseUnusable,
  UnusableAddress,
} from '../../server/outgoing/usable-address.ts'

describe('an address that is told of events', () => {
  it.each([
    ['169.254.169.254', true],
    ['169.254.1.1', true],
    ['::ffff:169.254.169.254', true],
    ['fe80::1', true],
    ['fd00:ec2::254', true],
    ['100.100.100.200', true],
    ['0.0.0.0', true],
    ['::', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['93.184.216.34', false],
    ['2606:2800::1', false],
  ])('is not %s, encrypted: %s', (address, isEncrypted) => {
    expect(faultOfAddress(address, isEncrypted)).toContain(address)
  })

  it.each([
    ['127.0.0.1', false],
    ['::1', false],
    ['::ffff:10.1.2.3', false],
    ['192.168.0.9', false],
    ['172.31.0.1', false],
    ['fd12::1', false],
    ['93.184.216.34', true],
    ['2606:2800::1', true],
    ['10.0.0.1', true],
  ])('may be %s, encrypted: %s', (address, isEncrypted) => {
    expect(faultOfAddress(address, isEncrypted)).toBeNull()
  })

  it.each([
    'ftp://example.com',
    'example.com',
    'https://me:secret@example.com',
    'https://metadata.google.internal/x',
    'http://metadata.google.internal./x',
  ])('is not %s', (url) => {
    expect(() => readUrl(url)).toThrow(UnusableAddress)
  })

  it.each(['http://169.254.169.254/', 'http://2852039166/', 'http://[fe80::1]/', 'https://0/'])(
    'is refused when it is registered: %s',
    async (url) => {
      await expect(refuseUnusable(readUrl(url))).rejects.toThrow(UnusableAddress)
    },
  )
})

describe('attempts', () => {
  it('wait longer each time, a fifth more or less, and end', () => {
    for (const [place, wait] of waitsSeconds.entries()) {
      const at = (random: number) => nextAttemptAt(place + 1, 0, () => random)
      expect(at(0.5)).toBe(wait * 1000)
      expect(at(0)).toBe(wait * 800)
      expect(at(1)).toBe(wait * 1200)
    }
    expect(nextAttemptAt(waitsSeconds.length + 1, 0, () => 0.5)).toBeNull()
  })
})
