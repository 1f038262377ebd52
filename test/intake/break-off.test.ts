import { describe, expect, it } from 'vitest'
import { adapterNamed } from '../../server/intake/adapters/all-adapters.ts'
import { type ReadLine } from '../../server/intake/read-step.ts'
import { readTexts } from '../../server/intake/read-texts.ts'
import { settingsWith } from './adapters/adapter-property.ts'
import { aircallTexts, contacts, freeswitchRows, queueLog, segments } from './any-bytes/seeds.ts'
import { written } from './adapters/reading.ts'

async function* brokenOff(text: string): AsyncGenerator<string, void> {
  yield await Promise.resolve(text)
  throw new Error('unexpected end of file')
}

async function readBroken(name: string, text: string) {
  const adapter = adapterNamed(name)
  if (!adapter) throw new Error(name)
  const lines: ReadLine[] = []
  let stop: string | null = null
  const settings = settingsWith({ timeZone: 'UTC' })
  for await (const step of readTexts(brokenOff(text), adapter.open(settings))) {
    if (step.kind === 'lines') lines.push(...step.lines)
    else stop = step.reason
  }
  return { lines, stop }
}

/** A call that waits for more lines when the file breaks off, and the beginning of a line. */
const files: [string, string, string][] = [
  ['asterisk-queue-log', queueLog.split('\n').slice(0, 13).join('\n') + '\n', '1770026|unfinished'],
  ['amazon-connect', written(...contacts), '{"ContactId":"x'],
  ['aircall-webhooks', aircallTexts[0] ?? '', ' {"event":"call.en'],
  ['freeswitch-csv', freeswitchRows, '"Ann","+4930555001","800"'],
  ['3cx-v20', segments, 'b,call-2'],
]

describe('a file that breaks off', () => {
  it.each(files)('%s: tells the calls of its whole lines, not the one at hand', async (...file) => {
    const [name, whole, begun] = file
    const { lines, stop } = await readBroken(name, whole + begun)
    expect(stop).toBe('broken_off')
    expect(lines.map(({ outcome }) => outcome.kind)).toContain('record')
    expect(lines.filter(({ outcome }) => outcome.kind === 'refused')).toEqual([])
    expect(lines.some(({ text }) => text.includes(begun.trim()))).toBe(false)
  })
})
