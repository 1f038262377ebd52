import { describe, expect, it } from 'vitest'
import { isMissing, sampleFiles, sampleText } from '../adapters/sample-file.ts'
import { openFollower } from './log-follower.ts'
import { heldAfter } from './words.ts'

describe.skipIf(isMissing)('a log that a real Asterisk wrote', () => {
  const logs = isMissing
    ? []
    : sampleFiles().filter((file) => file.startsWith('asterisk/queue_log.'))

  it.each(logs)('%s ends with nobody waiting or talking whose call is over', (file) => {
    const text = sampleText(file)
    const last = Math.max(...[...text.matchAll(/^\d{9,10}/gm)].map(([second]) => Number(second)))
    const follower = openFollower((last + 1) * 1000)
    follower.lineByLine(text)
    const { calls, reps } = heldAfter(follower.heard)
    const over = new Set(
      [...text.matchAll(/^\d+\|([^|]+)\|[^|]*\|[^|]*\|(COMPLETE\w+|ABANDON|EXIT\w+)\|/gm)].map(
        ([, callid]) => callid ?? '',
      ),
    )
    for (const [callid, word] of Object.entries(calls)) {
      if (over.has(callid)) expect(word).toMatch(/^(ended|abandoned)/)
    }
    for (const word of Object.values(reps)) {
      if (word.startsWith('talking')) expect(over.has(word.split(' ').at(-1) ?? '')).toBe(false)
    }
  })

  it('is handed on from queue to queue without anybody being lost', () => {
    const text = sampleText('asterisk/queue_log.atxfer-two-queues.issue759.log')
    const follower = openFollower(1_717_397_600_000)
    const words: unknown[] = []
    for (const line of text.trim().split('\n')) {
      follower.lineByLine(line)
      words.push(heldAfter(follower.heard))
    }
    const first = '1717397243.239826'
    expect(words).toEqual([
      { calls: {}, reps: {} },
      { calls: { [first]: 'waiting 1501' }, reps: {} },
      {
        calls: { [first]: 'answered 1501' },
        reps: { 'PJSIP/7009': `talking 1501 ${first}` },
      },
      ...Array.from({ length: 2 }, () => ({
        calls: { [first]: 'answered 1501' },
        reps: { 'PJSIP/7009': `talking 1501 ${first}` },
      })),
      { calls: { [first]: 'waiting 1509' }, reps: { 'PJSIP/7009': 'available' } },
      {
        calls: { [first]: 'answered 1509' },
        reps: { 'PJSIP/7009': 'available', 'PJSIP/7051': `talking 1509 ${first}` },
      },
      {
        calls: { [first]: 'ended 1509' },
        reps: { 'PJSIP/7009': 'available', 'PJSIP/7051': 'available' },
      },
    ])
  })
})
