import { describe, expect, it } from 'vitest'
import { decoded } from '../../server/intake/delimited/decoded.ts'
import { findEncoding } from '../../server/intake/delimited/find-encoding.ts'

const text = 'Nummer;Störung;Wert\r\n1;"Prüfung – später";3\r\n'
const littleEndian = Buffer.from(text, 'utf16le')
const bigEndian = Buffer.from(littleEndian).swap16()
const windows = Buffer.from([0x4e, 0xe4, 0x68, 0x65, 0x3b, 0x80, 0x92, 0x96, 0x0a])

describe('how a text is encoded', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-8 that ends within a character', Buffer.from(text).subarray(0, 10), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without', littleEndian, 'utf-16le'],
    ['UTF-16, the other way round, with a mark', Buffer.from([0xfe, 0xff, 0, 65]), 'utf-16be'],
    ['UTF-16, the other way round, without', bigEndian, 'utf-16be'],
    ['UTF-16 of another script', Buffer.from('Номер;Время;1;2;3;4;5;6', 'utf16le'), 'utf-16le'],
    ['nothing', Buffer.alloc(0), 'utf-8'],
    ['a text with a stray NUL', Buffer.from(`${text}\0${text}`), 'utf-8'],
  ])('is told: %s', (_, bytes, encoding) => {
    expect(findEncoding(bytes)).toEqual({ encoding, isGuessed: false })
  })

  it('is guessed where the bytes are no UTF-8', () => {
    expect(findEncoding(windows)).toEqual({ encoding: 'latin1', isGuessed: true })
  })
})

describe('windows-1252', () => {
  it('is read with its own signs, not as ISO 8859-1', async () => {
    const found: unknown[] = []
    async function* pieces() {
      yield windows
    }
    let read = ''
    for await (const piece of decoded(pieces(), null, (each) => found.push(each))) read += piece
    expect(read).toBe('Nähe;€’–\n')
    expect(found).toEqual([{ encoding: 'latin1', isGuessed: true }])
  })
})
