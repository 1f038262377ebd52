import { useState } from 'react'
import { type ColumnDraft, emptyDraft } from '../columns/column-draft.ts'

/** What was said of a file that is too much for an address: its columns, and the site's names. */
export type ReadingDraft = {
  /** Null: as guessed. */
  columns: ColumnDraft | null
  names: Record<string, string>
}

const nothing: ReadingDraft = { columns: null, names: {} }
const keyOf = (uploadId: number) => `wellspent:reading:${uploadId}`

/** A draft that outlasts the page, in this browser; without storage it lasts as long as the page. */
export function useReadingDraft(uploadId: number) {
  const [draft, setDraft] = useState(() => readDraft(stored(uploadId)))
  return [
    draft,
    (changed: ReadingDraft) => {
      setDraft(changed)
      store(uploadId, changed)
    },
  ] as const
}

function stored(uploadId: number): string | null {
  try {
    return window.localStorage.getItem(keyOf(uploadId))
  } catch {
    return null
  }
}

function store(uploadId: number, draft: ReadingDraft): void {
  try {
    window.localStorage.setItem(keyOf(uploadId), JSON.stringify(draft))
  } catch {
    // A browser that stores nothing keeps it for as long as the page is open.
  }
}

/** Reads a draft back; another version of the page may have written it, so it is not believed. */
export function readDraft(text: string | null): ReadingDraft {
  const value = objectIn(parsed(text))
  if (!value) return nothing
  const columns = objectIn(value['columns'])
  const isDraft = columns !== null && objectIn(columns['columns']) !== null
  return {
    columns: isDraft ? { ...emptyDraft, ...(columns as Partial<ColumnDraft>) } : null,
    names: Object.fromEntries(
      Object.entries(objectIn(value['names']) ?? {}).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
  }
}

const objectIn = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
