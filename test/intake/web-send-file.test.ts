import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Upload } from '../../shared/intake/upload.ts'
import { Refused } from '../../web/api/refused.ts'
import { percentOf, sayBytes } from '../../web/intake/files/say-bytes.ts'
import { partBytes, sendFile, waitsSeconds } from '../../web/intake/files/send-file.ts'
import { uploadOf } from '../../web/intake/files/upload-of.ts'

const fetching = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetching)
})

afterEach(() => {
  vi.unstubAllGlobals()
  fetching.mockReset()
})

const uploadWith = (received: number, bytes: number, more: Partial<Upload> = {}): Upload => ({
  ...{ id: 7, name: 'calls.csv', bytes, received, createdBy: 'Ada' },
  ...{ createdAt: '2026-03-02T09:00:00Z', expiresAt: '2026-03-05T09:00:00Z', ...more },
})

const size = partBytes * 2 + 10
const file = new Blob([new Uint8Array(size)])
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })
const outOfPlace = () =>
  json({ kind: 'conflict', reason: 'part_out_of_place', message: '', requestId: 'r' }, 409)

/** A server that takes what is sent to where it should go on. */
function takeParts(): { from: number; bytes: number }[] {
  const parts: { from: number; bytes: number }[] = []
  fetching.mockImplementation(async (address, request) => {
    const from = Number(/bytes\/(\d+)$/.exec(address as string)?.[1])
    const { size: bytes } = request?.body as Blob
    parts.push({ from, bytes })
    return json(uploadWith(from + bytes, size))
  })
  return parts
}

function needs() {
  const waited: number[] = []
  const received: number[] = []
  return {
    waited,
    received,
    signal: new AbortController().signal,
    wait: async (seconds: number) => {
      waited.push(seconds)
    },
    onReceived: (upload: Upload) => {
      received.push(upload.received)
    },
  }
}

describe('a file', () => {
  it('is sent in parts, each where the one before ended', async () => {
    const parts = takeParts()
    const given = needs()
    expect(await sendFile(file, uploadWith(0, size), given)).toMatchObject({ received: size })
    expect(parts).toEqual([
      { from: 0, bytes: partBytes },
      { from: partBytes, bytes: partBytes },
      { from: 2 * partBytes, bytes: 10 },
    ])
    expect(given.received).toEqual([partBytes, 2 * partBytes, size])
  })

  it('goes on where it was left', async () => {
    const parts = takeParts()
    await sendFile(file, uploadWith(2 * partBytes, size), needs())
    expect(parts).toEqual([{ from: 2 * partBytes, bytes: 10 }])
  })

  it('that is whole, or empty, is not sent', async () => {
    await sendFile(file, uploadWith(size, size), needs())
    await sendFile(new Blob([]), uploadWith(0, 0), needs())
    expect(fetching).not.toHaveBeenCalled()
  })

  it('sends a part again that broke off, with pauses', async () => {
    fetching.mockRejectedValueOnce(new TypeError('gone'))
    fetching.mockRejectedValueOnce(new TypeError('gone'))
    fetching.mockResolvedValueOnce(json(uploadWith(10, 10)))
    const given = needs()
    const small = new Blob([new Uint8Array(10)])
    expect(await sendFile(small, uploadWith(0, 10), given)).toMatchObject({ received: 10 })
    expect(given.waited).toEqual(waitsSeconds.slice(0, 2))
  })

  it('stops once trying again has not helped, and says why', async () => {
    fetching.mockRejectedValue(new TypeError('gone'))
    const given = needs()
    await expect(sendFile(file, uploadWith(0, size), given)).rejects.toMatchObject({
      reason: 'no_connection',
    })
    expect(given.waited).toEqual(waitsSeconds)
    expect(fetching).toHaveBeenCalledTimes(waitsSeconds.length + 1)
  })

  it('is not tried again where it was refused', async () => {
    const refusal = { kind: 'conflict', reason: 'uploads_full', message: '', requestId: 'r' }
    fetching.mockResolvedValue(json(refusal, 409))
    await expect(sendFile(file, uploadWith(0, size), needs())).rejects.toBeInstanceOf(Refused)
    expect(fetching).toHaveBeenCalledTimes(1)
  })

  it('goes on behind a part whose answer was lost', async () => {
    fetching.mockResolvedValueOnce(outOfPlace())
    fetching.mockResolvedValueOnce(json({ items: [uploadWith(size, size)], next: null }))
    expect(await sendFile(file, uploadWith(0, size), needs())).toMatchObject({ received: size })
  })

  it('that another page is sending just now stops', async () => {
    fetching.mockResolvedValueOnce(outOfPlace())
    fetching.mockResolvedValueOnce(json({ items: [uploadWith(0, size)], next: null }))
    await expect(sendFile(file, uploadWith(0, size), needs())).rejects.toMatchObject({
      reason: 'part_out_of_place',
    })
  })
})

describe('a file that is chosen again', () => {
  const chosen = { name: 'calls.csv', size: 100 }

  it('goes on with what is here of it', () => {
    const partly = uploadWith(40, 100)
    expect(uploadOf(chosen, [uploadWith(100, 100), partly])).toBe(partly)
  })

  it.each([
    ['has another size', uploadWith(40, 101)],
    ['has another name', uploadWith(40, 100, { name: 'other.csv' })],
    ['is whole already', uploadWith(100, 100)],
  ])('begins anew where the one here %s', (_, here) => {
    expect(uploadOf(chosen, [here])).toBeNull()
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [4_194_304, '4.2 MB'],
    [12_000_000_000, '12 GB'],
  ])('%d are said as %s', (bytes, said) => {
    expect(sayBytes(bytes)).toBe(said)
  })

  it('never say that all is there before it is', () => {
    expect([percentOf(999, 1_000), percentOf(0, 0), percentOf(5, 10)]).toEqual([99, 100, 50])
  })
})
