import { PairMap } from '../../shared/pair-map.ts'
import { type PreparedCall } from './prepare-call.ts'

/** What is stored of a call that may arrive again. */
export type StoredCall = { id: number; version: number | null; factsHash: string }

export type Fate =
  | { kind: 'accepted' }
  | { kind: 'unchanged' }
  | { kind: 'superseded' }
  | { kind: 'stale'; heldVersion: number }
  | { kind: 'conflict'; heldVersion: number }

/** What is to be written: each call once, in its last state. */
export type Folded = {
  fates: Fate[]
  writes: { call: PreparedCall; id: number | null }[]
}

type Held = {
  id: number | null
  version: number | null
  factsHash: string
  call: PreparedCall | null
}

/**
 * Decides, in order of arrival, what becomes of each delivery of a call. Equal facts change
 * nothing; a higher version replaces; a lower one is stale and an equal one with other facts a
 * conflict. Without a version the order of arrival counts.
 *
 * @param storedOf what the database holds under a delivery's source and external id
 */
export function foldArrivals(
  calls: readonly PreparedCall[],
  storedOf: (call: PreparedCall) => StoredCall | null,
): Folded {
  const held = new PairMap<string, string, Held>()
  const fates: Fate[] = []
  for (const call of calls) {
    const before = held.get(call.source, call.externalId) ?? heldAs(storedOf(call))
    const fate = fateOf(call, before)
    fates.push(fate)
    held.set(call.source, call.externalId, after(call, before, fate))
  }
  const writes: Folded['writes'] = []
  for (const { call, id } of held.values()) if (call) writes.push({ call, id })
  return { fates, writes }
}

const heldAs = (stored: StoredCall | null): Held | null => stored && { ...stored, call: null }

function fateOf(call: PreparedCall, before: Held | null): Fate {
  if (!before) return { kind: 'accepted' }
  const isHigher = call.version !== null && call.version > (before.version ?? -1)
  if (call.factsHash === before.factsHash) return { kind: 'unchanged' }
  if (call.version === null || isHigher) return { kind: 'superseded' }
  const heldVersion = before.version ?? 0
  return { kind: call.version === before.version ? 'conflict' : 'stale', heldVersion }
}

function after(call: PreparedCall, before: Held | null, fate: Fate): Held {
  if (before && fate.kind !== 'superseded') {
    // Equal facts under a higher version: later deliveries are compared with that version.
    const isRaised = fate.kind === 'unchanged' && (call.version ?? -1) > (before.version ?? -1)
    if (!isRaised) return before
    const raised = { ...(before.call ?? call), version: call.version }
    return { ...before, version: call.version, call: raised }
  }
  const version = call.version ?? before?.version ?? null
  const versioned = version === call.version ? call : { ...call, version }
  return { id: before?.id ?? null, version, factsHash: call.factsHash, call: versioned }
}
