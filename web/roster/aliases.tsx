import { type Rep } from './rep.ts'
import { SplitAlias } from './split-alias.tsx'
import { repsWords } from './words.ts'

/** The names phone systems use for a rep, each with its source and, of several, the way out. */
export function Aliases({ of }: { of: Rep }) {
  if (of.aliases.length === 0) return <span>{repsWords.noNames}</span>
  return of.aliases.map(({ id, alias, source }) => (
    <div key={id}>
      {alias !== of.name && <code>{alias}</code>} {repsWords.from(source)}{' '}
      {of.aliases.length > 1 && <SplitAlias alias={{ id, alias }} rep={of.name} />}
    </div>
  ))
}
