import { skills } from '../../shared/reflections/contract.ts'
import { emptyDraft, textFields, type Draft, type RepOutcome } from './draft.ts'

/** What the browser keeps of one reflection. */
export type Kept = {
  draft: Draft
  /** Saved by the rep, but not yet on the server: it is sent when the connection is back. */
  isWaiting: boolean
}

const repOutcomes: readonly RepOutcome[] = ['resolved', 'not_resolved', 'not_sure']

/**
 * Reads a draft back. An older page of ours or another program may have written it, so whatever
 * can be understood is kept and the rest is left out; null where nothing can.
 */
export function readKept(text: string): Kept | null {
  const value = parsed(text)
  const draft = fields(fields(value)?.['draft'])
  if (!draft) return null
  const texts = fields(draft['texts']) ?? {}
  const named = Array.isArray(draft['skills']) ? draft['skills'] : []
  return {
    isWaiting: fields(value)?.['isWaiting'] === true,
    draft: {
      outcome: repOutcomes.find((word) => word === draft['outcome']) ?? null,
      texts: Object.fromEntries(
        textFields.map((field) => [field, textOf(texts[field], emptyDraft.texts[field])]),
      ) as Draft['texts'],
      skills: skills.filter((skill) => named.includes(skill)),
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const fields = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null

const textOf = (value: unknown, otherwise: string) =>
  typeof value === 'string' ? value : otherwise
