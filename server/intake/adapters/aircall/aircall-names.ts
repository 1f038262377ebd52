import { nameLengthLimit } from '../../../../shared/calls/call-record.ts'
import { type Claim } from '../../../../shared/calls/words.ts'
import { type AdapterSettings } from '../adapter.ts'
import { type AircallUser } from './event.ts'

type Names = AdapterSettings['names']

/** What may name the queue or the issue of a call, in the words of both adapters. */
export type AircallWords = {
  line: string | null
  teams: readonly string[]
  tags: readonly string[]
  ivrBranch?: string | null
}

/** The name people know: the analytics export has no other. The site may choose the e-mail. */
export function repName({ id, name, email }: AircallUser, names: Names): string {
  const byEmail = names['rep'] === 'email' ? email : null
  return byEmail ?? name ?? email ?? id
}

/** The line that was called, or what the site has chosen in its place. */
export const queueOf = (words: AircallWords, names: Names): string | null =>
  wordOf(words, names['queue'] ?? 'line') ?? words.line

/** What the site has chosen to tell issues by; null where it has chosen nothing. */
export const issueOf = (words: AircallWords, names: Names): string | null =>
  names['issue'] === undefined ? null : wordOf(words, names['issue'])

function wordOf({ line, teams, tags, ivrBranch }: AircallWords, which: string): string | null {
  if (which === 'line') return line
  if (which === 'team') return teams[0] ?? null
  if (which === 'tag') return tags[0] ?? null
  return which === 'ivr branch' ? (ivrBranch ?? null) : null
}

/** Tags as one label; as many of them as a label can hold. */
export function labelOf(tags: readonly string[]): string | null {
  let label = ''
  for (const tag of tags) {
    const longer = label === '' ? tag : `${label}, ${tag}`
    if (longer.length > nameLengthLimit) break
    label = longer
  }
  return label === '' ? null : label
}

/** What a tag says of the outcome, where the site names tags that do; null if they disagree. */
export function claimIn(tags: readonly string[], names: Names): Claim | null {
  const says = (which: string) => {
    const listed = (names[which] ?? '').split(',').map((tag) => tag.trim().toLowerCase())
    return tags.some((tag) => listed.includes(tag.toLowerCase()))
  }
  const isResolved = says('resolved')
  if (isResolved === says('not_resolved')) return null
  return isResolved ? 'resolved' : 'not_resolved'
}
