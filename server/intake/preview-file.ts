import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Preview, previewedLinesLimit } from '../../shared/intake/preview.ts'
import { openReading } from './open-reading.ts'
import { isWorkbook, openTexts } from './open-texts.ts'
import { readBeside } from './read-beside.ts'
import { type Reading } from './reading.ts'
import { type ReadLine } from './read-step.ts'
import { readTexts } from './read-texts.ts'
import { ranked } from './tell-run.ts'

/** A file whose first lines are no calls is looked through this far. */
const linesLookedAtLimit = 50_000
const textCharactersLimit = 2_000

/** Of each file beside it so much is looked through, which takes a second or two. */
const charactersBesideLimit = 24 * 1024 ** 2

/** Reads the beginning of a file until it has given as many records and refusals as are shown. */
export async function previewFile(
  path: string,
  { reading, besides, now }: { reading: Reading; besides: readonly string[]; now: number },
): Promise<Preview> {
  const goOn = () => Promise.resolve()
  const charactersMost = charactersBesideLimit
  const beside = await readBeside(path, reading, besides, { now, goOn, charactersMost })
  const preview: Preview = {
    ...{ lines: [], read: 0, joined: 0, ignoredByRule: [], isWhole: true, problem: null },
    cdrMatch: beside?.match ?? null,
  }
  const ignored: Record<string, number> = {}
  const { texts } = await openTexts(path, reading)
  const isSheet = await isWorkbook(path)
  const opened = openReading(reading, { adapter: beside?.adapter ?? null, isSheet, now })
  for await (const step of readTexts(texts, opened)) {
    if (step.kind === 'stopped') preview.problem = step.message
    else if (!takeInto(preview, ignored, step.lines)) {
      preview.isWhole = false
      break
    }
  }
  return { ...preview, ignoredByRule: ranked(ignored).map(([rule, count]) => ({ rule, count })) }
}

/** @returns false where enough has been seen */
function takeInto(
  preview: Preview,
  ignored: Record<string, number>,
  lines: readonly ReadLine[],
): boolean {
  for (const { lineNumber, text, outcome } of lines) {
    const isEnough = preview.lines.length >= previewedLinesLimit
    if (isEnough || preview.read >= linesLookedAtLimit) return false
    preview.read += 1
    if (outcome.kind === 'joined') preview.joined += 1
    else if (outcome.kind === 'ignored') ignored[outcome.rule] = (ignored[outcome.rule] ?? 0) + 1
    else {
      const { reason, field, message } = outcome.kind === 'refused' ? outcome : noProblem
      preview.lines.push({
        ...{ line: lineNumber, text: text.slice(0, textCharactersLimit) },
        fields: outcome.kind === 'record' ? fieldsOf(outcome.record) : [],
        problem: reason === null ? null : { reason, field, message },
      })
    }
  }
  return true
}

const noProblem = { reason: null, field: null, message: '' }

/** What a record says, field by field; what it doesn't know is left out. */
function fieldsOf(record: CallRecord): { field: string; value: string }[] {
  const found: { field: string; value: string }[] = []
  const walk = (value: unknown, field: string): void => {
    if (value === null || value === undefined) return
    if (typeof value === 'string') found.push({ field, value })
    else if (typeof value !== 'object') found.push({ field, value: JSON.stringify(value) })
    else {
      for (const [name, inner] of Object.entries(value)) {
        walk(inner, field === '' ? name : `${field}.${name}`)
      }
    }
  }
  walk(record, '')
  return found
}
