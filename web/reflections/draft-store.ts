import { isEmpty, type Draft } from './draft.ts'
import { readKept, type Kept } from './read-kept.ts'

/** The part of the browser's localStorage that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export type Drafts = ReadonlyMap<number, Kept>

export type DraftStore = {
  /** Every draft by call; the same map until something changes. */
  all: () => Drafts
  /** Keeps what was just written. Words that waited to be sent become a draft again. */
  keep: (callId: number, draft: Draft) => void
  /** The rep has saved: from now on it waits to be sent. */
  wait: (callId: number) => void
  /** It will not be sent again by itself; the words stay. */
  stopWaiting: (callId: number) => void
  /** The server has `sent`. What was written since then stays a draft. */
  settle: (callId: number, sent: Draft) => void
  discard: (callId: number) => void
  /** Reads again what another tab may have written. */
  reload: () => void
  subscribe: (listener: () => void) => () => void
  /** False where the browser refuses to store: drafts then end with the page. */
  isLasting: () => boolean
}

const keyOf = (userId: string, callId: number | '') => `wellspent/draft/${userId}/${callId}`

/**
 * Keeps one person's unsaved reflections, by call, at every keystroke: in memory, and in the
 * browser's storage so that they survive a reload and a lost connection. People who share a
 * computer don't see each other's drafts, because the person's id is part of the key.
 */
export function draftStore(storage: DraftStorage, userId: string): DraftStore {
  let drafts = readAll(storage, userId)
  let lasting = true
  const listeners = new Set<() => void>()

  const change = (callId: number, kept: Kept | null) => {
    const next = new Map(drafts)
    if (kept) next.set(callId, kept)
    else next.delete(callId)
    drafts = next
    lasting = write(storage, keyOf(userId, callId), kept)
    for (const listener of listeners) listener()
  }
  const mark = (callId: number, isWaiting: boolean) => {
    const kept = drafts.get(callId)
    if (kept && kept.isWaiting !== isWaiting) change(callId, { ...kept, isWaiting })
  }

  return {
    all: () => drafts,
    keep: (callId, draft) => {
      change(callId, isEmpty(draft) ? null : { draft, isWaiting: false })
    },
    wait: (callId) => {
      mark(callId, true)
    },
    stopWaiting: (callId) => {
      mark(callId, false)
    },
    settle: (callId, sent) => {
      const kept = drafts.get(callId)
      if (!kept) return
      if (JSON.stringify(kept.draft) === JSON.stringify(sent)) change(callId, null)
      else mark(callId, false)
    },
    discard: (callId) => {
      change(callId, null)
    },
    reload: () => {
      drafts = readAll(storage, userId)
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isLasting: () => lasting,
  }
}

function readAll(storage: DraftStorage, userId: string): Drafts {
  const prefix = keyOf(userId, '')
  const found = new Map<number, Kept>()
  for (const key of keysOf(storage)) {
    if (!key.startsWith(prefix)) continue
    const callId = Number(key.slice(prefix.length))
    const kept = readKept(storage.getItem(key) ?? '')
    if (Number.isSafeInteger(callId) && callId > 0 && kept) found.set(callId, kept)
  }
  return found
}

const keysOf = (storage: DraftStorage): string[] =>
  Array.from({ length: storage.length }, (_, place) => storage.key(place)).filter(
    (key) => key !== null,
  )

/** Storage may be full or forbidden; the page then still holds the draft, and says so. */
function write(storage: DraftStorage, key: string, kept: Kept | null): boolean {
  try {
    if (kept) storage.setItem(key, JSON.stringify(kept))
    else storage.removeItem(key)
    return true
  } catch {
    return false
  }
}
