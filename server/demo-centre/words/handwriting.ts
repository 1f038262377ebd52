import { type SimulatedRep } from '../world/people.ts'

const startsLikeASentence = /^[A-Z][a-z]/
const endsLikeASentence = /\.$/

/** One rep in four doesn't care for capitals and full stops; the others write as one does. */
export function inTheHandOf(rep: SimulatedRep, text: string): string {
  if (rep.place % 4 !== 1) return text
  const begun = startsLikeASentence.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
  return begun.replace(endsLikeASentence, '')
}
