import { type Kept } from './read-kept.ts'
import { type Sending } from './use-send-drafts.ts'

/**
 * Where the words on a call are now, for the person who wrote them; null where there is nothing
 * to say.
 *
 * @param isLasting whether this browser keeps drafts over a reload
 */
export function sayStatus(
  kept: Kept | undefined,
  sending: Sending | undefined,
  isLasting: boolean,
): string | null {
  if (!kept) return sending?.state === 'sent' ? 'Saved.' : null
  const place = isLasting
    ? 'Your words are kept in this browser'
    : 'This browser keeps no drafts: stay on this page'
  if (kept.isWaiting) {
    return sending?.state === 'sending'
      ? 'Saving …'
      : `No connection to the server. ${place} and they are sent when it is back.`
  }
  if (sending?.state === 'refused') return `${sending.sentence} ${place}.`
  return isLasting ? 'Draft kept in this browser.' : `${place} until you have saved.`
}

/** The same in a word or two, for a line of a list; null where there is no draft. */
export function sayDraft(kept: Kept | undefined): string | null {
  if (!kept) return null
  return kept.isWaiting ? 'Waiting for the connection' : 'Draft kept'
}
