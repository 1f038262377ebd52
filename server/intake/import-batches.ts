import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Transaction } from '../database/connect.ts'
import { type ImportNeeds, type StoredReply, type StorePrepared } from './import-needs.ts'
import { type FileTexts } from './open-texts.ts'
import { type ReadLine } from './read-step.ts'
import { keepRefused, type RefusedLine } from './refused-store.ts'
import { type Counts, noteProgress } from './run-store.ts'

/** Records stored in one transaction; larger ones gain nothing and hold the lock for longer. */
const recordsPerBatch = 4_000
/** Of lines that give no record there may be more, but not so many that they fill the memory. */
const linesPerBatch = 40_000
const refusedPerBatch = 2_000

/** A run that is no longer this process's to carry out. */
export class RunTaken extends Error {}

/** A run whose process stops. */
export class RunStopped extends Error {}

/** Lines as they were read; counted, so that none has to be looked at twice. */
type Batch = { lines: ReadLine[]; records: number; refused: number }

/** What the lines of a batch have become, with those of other files put beside them. */
type Sorted = {
  /** How many lines they were. */
  lines: number
  records: { index: number; record: CallRecord }[]
  /** Records that lines bring besides one each: they say anew what an earlier file told. */
  extra: number
  /** Text of the lines that gave records, should storing them refuse one. */
  texts: Map<number, string>
  refused: RefusedLine[]
  joined: number
  ignoredByRule: Record<string, number>
}

/** What is put down once a batch is stored. */
type Told = { counts: Counts; refused: RefusedLine[] }

/** A batch that can be stored. */
type Ready = { sorted: Sorted; bytesRead: number; store: StorePrepared }

/**
 * Gathers lines into batches; one is stored while the next is read and prepared. What was counted
 * before, in a run that was cut off, is passed over: a file gives the same lines each time.
 */
export function openBatches(needs: Omit<ImportNeeds, 'open'>, { bytesRead }: FileTexts) {
  let counts = needs.counts
  let toPass = counts.read
  let batch = emptyBatch()
  let storing: Promise<void> = Promise.resolve()

  const send = async (): Promise<void> => {
    const sent = { ...batch, bytesRead: bytesRead() }
    batch = emptyBatch()
    const ready = prepared(sent, storing)
    // Both are awaited later; until then a failure must not count as unhandled.
    ready.catch(() => undefined)
    await storing
    storing = store(ready)
    storing.catch(() => undefined)
  }

  const prepared = async (
    { lines, bytesRead }: Batch & { bytesRead: number },
    before: Promise<void>,
  ): Promise<Ready | null> => {
    if (lines.length === 0) return null
    // What came before of the same calls may be in the batch that is being stored.
    if (needs.rejoin) await before
    const rejoined = needs.rejoin ? await needs.rejoin(lines) : lines
    const sorted = sortedLines(rejoined, lines.length)
    return { sorted, bytesRead, store: await needs.store(sorted.records) }
  }

  const store = async (waiting: Promise<Ready | null>): Promise<void> => {
    const ready = await waiting
    if (ready === null) return
    const told: Told = { counts, refused: [] }
    await ready.store(async (transaction, reply) => {
      Object.assign(told, added(counts, ready.sorted, reply))
      await note(transaction, ready.bytesRead, told)
    })
    counts = told.counts
    await needs.hearRefused?.(told.refused)
  }

  const note = async (transaction: Transaction, bytesRead: number, told: Told): Promise<void> => {
    const { place, clock } = needs
    const isOurs = await noteProgress(transaction, place, told.counts, { now: clock(), bytesRead })
    if (!isOurs) throw new RunTaken()
    await keepRefused(transaction, place.organizationId, place.id, told.refused)
  }

  return {
    counts: (): Counts => counts,
    take: async (lines: readonly ReadLine[]): Promise<void> => {
      for (const line of lines) {
        if (toPass > 0) {
          toPass -= 1
          continue
        }
        add(batch, line)
        if (isFull(batch)) await send()
      }
    },
    /** What was sent is stored. */
    stored: (): Promise<void> => storing,
    end: async (): Promise<void> => {
      await send()
      await storing
    },
    /** What is being stored is waited for, what is not yet is given up. */
    leave: async (): Promise<void> => {
      await storing.catch(() => undefined)
    },
  }
}

const emptyBatch = (): Batch => ({ lines: [], records: 0, refused: 0 })

const isFull = ({ lines, records, refused }: Batch): boolean =>
  records >= recordsPerBatch || lines.length >= linesPerBatch || refused >= refusedPerBatch

/** Only the text of a line that may be refused is kept, for there may be many lines. */
function add(batch: Batch, line: ReadLine): void {
  const { kind } = line.outcome
  const isTold = kind === 'record' || kind === 'refused'
  batch.lines.push(isTold ? line : { ...line, text: '' })
  if (kind === 'record') batch.records += 1
  else if (kind === 'refused') batch.refused += 1
}

function sortedLines(lines: readonly ReadLine[], linesRead: number): Sorted {
  const sorted: Sorted = {
    ...{ lines: linesRead, records: [], extra: lines.length - linesRead, texts: new Map() },
    ...{ refused: [], joined: 0, ignoredByRule: {} },
  }
  for (const { lineNumber, text, outcome } of lines) {
    if (outcome.kind === 'record') {
      sorted.records.push({ index: lineNumber, record: outcome.record })
      sorted.texts.set(lineNumber, text)
    } else if (outcome.kind === 'joined') sorted.joined += 1
    else if (outcome.kind === 'ignored') countOne(sorted.ignoredByRule, outcome.rule)
    else {
      const { reason, field, message } = outcome
      sorted.refused.push({ line: lineNumber, reason, field, message, text: ownText(text) })
    }
  }
  return sorted
}

/** The counts with those of a batch, and every line of it that was refused. */
function added(counts: Counts, batch: Sorted, given: StoredReply): Told {
  const reply = withoutExtra(given, batch.extra)
  const refused = [
    ...batch.refused,
    ...reply.refused.map(({ index, reason, field, message }) => ({
      ...{ line: index, reason, field, message },
      text: batch.texts.get(index) ?? null,
    })),
  ]
  const refusedByReason = { ...counts.refusedByReason }
  for (const { reason } of refused) countOne(refusedByReason, reason)
  const ignoredByRule = { ...counts.ignoredByRule }
  let ignored = 0
  for (const [rule, count] of Object.entries(batch.ignoredByRule)) {
    ignoredByRule[rule] = (ignoredByRule[rule] ?? 0) + count
    ignored += count
  }
  return {
    refused,
    counts: {
      ...{ refusedByReason, ignoredByRule },
      read: counts.read + batch.lines,
      accepted: counts.accepted + reply.accepted,
      unchanged: counts.unchanged + reply.unchanged,
      superseded: counts.superseded + reply.superseded,
      joined: counts.joined + batch.joined,
      ignored: counts.ignored + ignored,
      refused: counts.refused + refused.length,
    },
  }
}

/** Every line has one outcome: records that lines bring besides are stored, and not counted. */
function withoutExtra(reply: StoredReply, extra: number): StoredReply {
  let rest = extra
  const less = (count: number): number => {
    const taken = Math.min(rest, count)
    rest -= taken
    return count - taken
  }
  const [unchanged, superseded] = [less(reply.unchanged), less(reply.superseded)]
  return { ...reply, unchanged, superseded, accepted: less(reply.accepted) }
}

const countOne = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** A line's text is a view into the piece it was read with, which it would keep in memory. */
const ownText = (text: string): string => Buffer.from(text).toString()
