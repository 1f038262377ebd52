import { basename } from 'node:path'
import { type RecordRefusal } from '../../../shared/calls/record-refusal.ts'
import { type Transaction } from '../../database/connect.ts'
import { advanceFeed } from '../feed-store.ts'
import { type ReadLine } from '../read-step.ts'
import { keepRefused, type RefusedLine } from '../refused-store.ts'
import { addToDay, type Counts } from '../run-store.ts'
import { type FollowedBatch } from './follow-file.ts'
import { type FollowedFile, saveFollowed } from './followed-file-store.ts'

type Reply = { accepted: number; unchanged: number; superseded: number; refused: RecordRefusal[] }

/** Another process has read on in the same log. */
export class FollowedElsewhere extends Error {}

/**
 * Keeps beside the records of a batch, each sent under its line's place in the batch, in the same
 * transaction, from where to go on, up to when everything has been told, and what became of the
 * lines.
 *
 * @param file sealed, with the revision that it replaces
 * @throws FollowedElsewhere where somebody else has read on meanwhile
 */
export async function noteFollowed(
  transaction: Transaction,
  organizationId: number,
  given: { batch: FollowedBatch; file: FollowedFile; source: string; path: string; now: number },
  reply: Reply,
): Promise<void> {
  const { batch, file, source, path, now } = given
  if (!(await saveFollowed(transaction, organizationId, { ...file, source, path, now }))) {
    throw new FollowedElsewhere(
      `Another process follows ${source} already. Stop it, or give this log a --source of its own.`,
    )
  }
  if (batch.knownUntil !== null) {
    const until = new Date(Math.min(batch.knownUntil, now))
    await advanceFeed(transaction, organizationId, source, until)
  }
  if (batch.lines.length === 0) return
  const refused = refusedLines(batch.lines, reply.refused)
  const day = new Date(now).toISOString().slice(0, 10)
  const name = `${basename(path)}, followed on ${day}`
  const counts = countsOf(batch.lines, reply, refused)
  const row = { source, way: 'follow', name, day, now } as const
  const id = await addToDay(transaction, organizationId, row, counts)
  await keepRefused(transaction, organizationId, id, refused)
}

function refusedLines(lines: readonly ReadLine[], refused: readonly RecordRefusal[]) {
  const found: RefusedLine[] = refused.map(({ index, reason, field, message }) => ({
    ...{ line: lines[index]?.lineNumber ?? 0, reason, field, message },
    text: lines[index]?.text ?? null,
  }))
  for (const { lineNumber, text, outcome } of lines) {
    if (outcome.kind !== 'refused') continue
    const { reason, field, message } = outcome
    found.push({ line: lineNumber, reason, field, message, text })
  }
  return found
}

function countsOf(
  lines: readonly ReadLine[],
  { accepted, unchanged, superseded }: Reply,
  refused: readonly RefusedLine[],
): Counts {
  const rules = lines.flatMap(({ outcome }) => (outcome.kind === 'ignored' ? [outcome.rule] : []))
  return {
    ...{ accepted, unchanged, superseded, read: lines.length, refused: refused.length },
    joined: lines.filter(({ outcome }) => outcome.kind === 'joined').length,
    ignored: rules.length,
    ignoredByRule: countBy(rules),
    refusedByReason: countBy(refused.map(({ reason }) => reason)),
  }
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
