import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asteriskQueueLog } from '../../server/intake/adapters/asterisk-queue-log.ts'
import { openQueueLog } from '../../server/intake/adapters/asterisk-queue-log/open-queue-log.ts'
import { beginningOf, type FollowState } from '../../server/intake/follow/follow-state.ts'
import { knownUntil } from '../../server/intake/follow/known-until.ts'
import { readOn } from '../../server/intake/follow/read-on.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { readPieces, settingsWith, usualRuns } from './adapters/adapter-property.ts'
import { id, log, said, ten } from './adapters/asterisk-lines.ts'
import { mutated } from './adapters/mutations.ts'
import { type Disk, openDisk } from './followed-disk.ts'

const settings = settingsWith({ names: { wrapReason: 'wrap' }, country: 'DE' })

/** Follows a disk's log; its state is JSON between any two steps, as if it were started anew. */
function openFollower(disk: Disk) {
  let kept = JSON.stringify(beginningOf())
  const records: CallRecord[] = []
  const losses: number[] = []
  const step = async (isKilled = false): Promise<boolean> => {
    const found = await readOn(disk.files, JSON.parse(kept) as FollowState, settings)
    // Killed before anything was stored: what was read in this step is as if it had not been.
    if (!found || isKilled) return false
    kept = JSON.stringify(found.state)
    records.push(...said(found.lines).records)
    if (found.isAfterLoss) losses.push(records.length)
    return true
  }
  return {
    records,
    losses,
    step,
    catchUp: async () => {
      while (await step());
    },
    state: () => JSON.parse(kept) as FollowState,
    /** What is told once no line follows any more. */
    restAtEnd: () =>
      said(openQueueLog(settings, null, (JSON.parse(kept) as FollowState).book).end()),
  }
}

/** Many calls, some handed on, some over hours, so that a good deal is open at any time. */
const day = log(
  ...Array.from({ length: 30 }, (_, place) => place * 97).flatMap((begun, place) => {
    const [call, rep, other] = [id(begun, place), `PJSIP/70${place % 7}`, `PJSIP/71${place % 5}`]
    const caller = `493055500${begun}`
    return [
      `${begun + 5}|${call}|sales|NONE|ENTERQUEUE||${caller}|1`,
      `${begun + 9}|${call}|sales|${other}|RINGNOANSWER|4000`,
      `${begun + 15}|${call}|sales|${rep}|CONNECT|10|${id(begun + 9)}|6`,
      ...(place % 3 === 0
        ? [
            `${begun + 60}|${call}|sales|${rep}|BLINDTRANSFER|900|x|10|45|1`,
            `${begun + 61}|${call}|help|NONE|ENTERQUEUE||${caller}|1`,
            `${begun + 800}|${call}|help|NONE|EXITWITHTIMEOUT|1|1|739`,
          ]
        : [`${begun + 400}|${call}|sales|${rep}|COMPLETEAGENT|10|385|1`]),
      `${begun + 402}|NONE|sales|${rep}|PAUSE|wrap`,
      `${begun + 440}|NONE|sales|${rep}|UNPAUSE|`,
    ]
  }),
)
  .split('\n')
  .sort((a, b) => Number(a.slice(0, 10)) - Number(b.slice(0, 10)))
  .join('\n')

type Happens =
  | { kind: 'write'; bytes: number }
  | { kind: 'rename' | 'open' | 'copyAndCut' | 'step' | 'catchUp' | 'killed' }

const happens: fc.Arbitrary<Happens> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.nat({ max: 700 }).map((bytes) => ({ kind: 'write' as const, bytes })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('step', 'step', 'catchUp', 'killed', 'rename', 'open', 'copyAndCut')
      .map((kind) => ({ kind })),
  },
)

/** Writes a text piece by piece while everything else happens; at the end everything is read. */
async function followThrough(text: string, events: readonly Happens[]) {
  const disk = openDisk()
  const follower = openFollower(disk)
  let written = 0
  const write = (bytes: number): void => {
    disk.write(text.slice(written, written + bytes))
    written += bytes
  }
  // Following begins with the file under the log's name, and with no other.
  write(text.indexOf('\n') + 1)
  await follower.catchUp()
  // Asterisk writes whole lines, and opens a log anew between two of them.
  const isBetweenLines = () => written === 0 || text[Math.min(written, text.length) - 1] === '\n'
  for (const event of events) {
    if (event.kind === 'write') write(event.bytes)
    else if (event.kind === 'step') await follower.step()
    else if (event.kind === 'killed') await follower.step(true)
    else if (event.kind === 'catchUp') await follower.catchUp()
    else if (event.kind === 'rename') disk.rename()
    else if (isBetweenLines()) disk[event.kind]()
  }
  write(text.length)
  disk.open()
  await follower.catchUp()
  return follower
}

/** A first line for following to begin with. */
const withStart = (text: string) => `${ten - 10}|NONE|NONE|NONE|QUEUESTART|\n${text}\n`

async function expectSame(text: string, events: readonly Happens[]): Promise<void> {
  const follower = await followThrough(text, events)
  const whole = said(readPieces(asteriskQueueLog, [text], settings).lines)
  const { records } = follower.restAtEnd()
  expect([...follower.records, ...records]).toEqual(whole.records)
  expect(follower.losses).toEqual([])
}

describe('a log that is followed', () => {
  it('gives the records of reading it at once, whatever happens in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happens, { maxLength: 60 }), (events) =>
        expectSame(withStart(day), events),
      ),
      { numRuns: usualRuns / 3 },
    )
  })

  it('does so too where its lines are damaged, doubled or out of order', async () => {
    const damaged = mutated([day.slice(0, 6_000)]).filter((text) => !/[\0\r]/.test(text))
    await fc.assert(
      fc.asyncProperty(damaged, fc.array(happens, { maxLength: 25 }), (text, events) =>
        expectSame(
          withStart(text),
          events.filter(({ kind }) => kind !== 'rename' && kind !== 'copyAndCut'),
        ),
      ),
      { numRuns: usualRuns / 3 },
    )
  })
})

describe('a log that is rotated', () => {
  const lines = day.split('\n').map((line) => `${line}\n`)
  const [first, second, third] = [
    lines.slice(0, 40).join(''),
    lines.slice(40, 80).join(''),
    lines.slice(80).join(''),
  ]
  const begun = async () => {
    const disk = openDisk()
    const follower = openFollower(disk)
    disk.write(first)
    await follower.catchUp()
    return { disk, follower }
  }
  const whole = said(readPieces(asteriskQueueLog, [day], settings).lines).records
  const told = (follower: ReturnType<typeof openFollower>) => [
    ...follower.records,
    ...follower.restAtEnd().records,
  ]

  it('twice while nobody followed it is read file by file', async () => {
    const { disk, follower } = await begun()
    for (const text of [second, third]) {
      disk.rename()
      disk.open()
      disk.write(text)
    }
    await follower.catchUp()
    expect(told(follower)).toEqual(whole)
    expect(follower.losses).toEqual([])
  })

  it('is read on in the old file while the new one is still empty', async () => {
    const { disk, follower } = await begun()
    disk.rename()
    disk.write(second)
    await follower.catchUp()
    disk.open()
    await follower.catchUp()
    disk.write(third)
    await follower.catchUp()
    expect(told(follower)).toEqual(whole)
  })

  it('does not take a line that is not complete, until it is or the file is over', async () => {
    const { disk, follower } = await begun()
    const before = follower.state().position
    disk.write(second.slice(0, 20))
    await follower.catchUp()
    expect(follower.state().position).toBe(before)
    disk.rename()
    disk.open()
    await follower.catchUp()
    expect(follower.state().position).toBe(before)
    disk.write(third)
    await follower.catchUp()
    expect(follower.state().lineNumber).toBe(third.split('\n').length - 1)
  })

  it('says so where the former file has gone, and goes on in the new one', async () => {
    const { disk, follower } = await begun()
    disk.rename()
    disk.open()
    disk.tidy()
    disk.write(second)
    await follower.catchUp()
    expect(follower.losses).toEqual([expect.any(Number)])
    disk.write(third)
    await follower.catchUp()
    expect(told(follower)).toEqual(whole)
  })

  it('or cut off after everything was read is gone on in from its beginning', async () => {
    const { disk, follower } = await begun()
    disk.cut()
    await follower.catchUp()
    disk.write(second)
    disk.write(third)
    await follower.catchUp()
    expect(told(follower)).toEqual(whole)
  })

  it('is told from another that has grown as long meanwhile', async () => {
    const { disk, follower } = await begun()
    disk.copyAndCut()
    disk.write(second + third)
    await follower.catchUp()
    expect(told(follower)).toEqual(whole)
  })
})

describe('how far a log has told everything', () => {
  const known = async (...lines: string[]) => {
    const disk = openDisk()
    const follower = openFollower(disk)
    disk.write(`${log(...lines)}\n`)
    await follower.catchUp()
    const until = knownUntil(follower.state().book)
    return until === null ? null : until / 1000 - ten
  }
  const later = '7200|NONE|NONE|NONE|CONFIGRELOAD|'
  const enter = `10|${id(0)}|sales|NONE|ENTERQUEUE||4930555001|1`

  it('is nowhere before its first line', () => {
    expect(knownUntil(beginningOf().book)).toBeNull()
  })

  it('is an hour back, for as long may a call have been in menus', async () => {
    expect(await known(later)).toBe(3_600)
    expect(await known(enter, `20|${id(0)}|sales|NONE|ABANDON|1|1|10`, later)).toBe(3_600)
  })

  it('is at the beginning of the first call that is not over', async () => {
    expect(await known(enter, later)).toBe(0)
    expect(await known(enter, `7100|${id(0)}|sales|NONE|EXITEMPTY|1|1|10`, later)).toBe(0)
  })
})
