import { type Adapter, type AdapterSettings } from './adapters/adapter.ts'
import { type ReadLine } from './read-step.ts'
import { type KeptDocument, type LineOutcome } from './row-outcome.ts'

/** Keeps documents, and gives everything that is kept now of the calls they tell of. */
export type KeepDocuments = (documents: readonly KeptDocument[]) => Promise<readonly KeptDocument[]>

type Needs = { adapter: Adapter; settings: AdapterSettings; keep: KeepDocuments }

/**
 * Puts the documents of one delivery together with those of the same calls that came before. What
 * is kept of a call is read again as a whole, so the calls are the same in whatever order and in
 * however many deliveries their documents come; two deliveries at once need no lock, for whoever
 * reads last has read everything, and versions grow with what was read.
 */
export async function rejoin(lines: readonly ReadLine[], needs: Needs): Promise<ReadLine[]> {
  const fresh = lines.flatMap(({ outcome }) => outcome.keep ?? [])
  if (fresh.length === 0) return [...lines]
  const all = await needs.keep(fresh)
  const told = new Set(fresh.map(stateOf))
  const more = new Set(all.filter((each) => !told.has(stateOf(each))).map(({ call }) => call))
  const again = readAgain(
    all.filter(({ call }) => more.has(call)),
    needs,
  )
  const isConcerned = ({ outcome: { keep } }: ReadLine) => keep !== undefined && more.has(keep.call)
  const concerned = lines.filter(isConcerned)
  const others = lines.filter((line) => !isConcerned(line))
  const [linesOf, againOf] = [byCall(concerned), byCall(again)]
  return [
    ...others,
    ...[...more].flatMap((call) => placed(againOf.get(call) ?? [], linesOf.get(call) ?? [])),
  ]
}

const stateOf = ({ call, part, version }: KeptDocument): string =>
  [call, part, String(version)].join('\u0000')

function readAgain(documents: readonly KeptDocument[], { adapter, settings }: Needs): ReadLine[] {
  const reading = adapter.open(settings)
  const { lines } = reading.take(documents.map(({ text }) => `${text}\n`).join(''))
  return [...lines, ...reading.end().lines]
}

function byCall(lines: readonly ReadLine[]): ReadonlyMap<string, ReadLine[]> {
  const calls = new Map<string, ReadLine[]>()
  for (const line of lines) {
    const call = line.outcome.keep?.call
    if (call === undefined) continue
    const own = calls.get(call) ?? []
    own.push(line)
    calls.set(call, own)
  }
  return calls
}

/** What a call's documents have become together, on the lines of those that were delivered now. */
function placed(again: readonly ReadLine[], lines: readonly ReadLine[]): ReadLine[] {
  const outcomes = again.map(({ outcome }) => outcome)
  const isBringing = ({ kind }: LineOutcome) => kind === 'record' || kind === 'refused'
  const brought = outcomes.filter(isBringing)
  const rest = outcomes.filter((outcome) => !isBringing(outcome))
  const last = lines.at(-1)
  if (!last) return []
  // The last lines bring the call's records; where there are more of these, the last one does.
  const joinedLines = lines.slice(0, Math.max(0, lines.length - brought.length))
  const bringing = lines.slice(joinedLines.length)
  return [
    ...joinedLines.map((line, at) => ({ ...line, outcome: rest[at] ?? line.outcome })),
    ...brought.map((outcome, at) => ({ ...(bringing[at] ?? last), outcome })),
  ]
}
