import { type CdrMatch } from '../../shared/intake/cdr-match.ts'
import { sayCdrMatch } from '../../shared/intake/say-cdr-match.ts'
import { importWords } from './words.ts'

/** What CDRs beside a queue_log came to. */
export function CdrMatchSaid({ match }: { match: CdrMatch | null }) {
  if (match === null) return null
  return (
    <ul aria-label={importWords.cdrMatch}>
      {sayCdrMatch(match).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
