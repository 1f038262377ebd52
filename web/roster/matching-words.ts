import { type Likeness } from '../../shared/roster/likely-same.ts'
import { type Merging, type RepChange } from '../../shared/roster/matching-contract.ts'
import { sayCount } from '../ui/say-count.ts'

const parts = (count: number): string =>
  count === 1 ? '1 part of a call' : `${sayCount(count)} parts of calls`

/** Why two names may be one person's. */
const likenessSaid: Record<Likeness, (from: string, into: string) => string> = {
  same_name: (from, into) =>
    `“${from}” and “${into}” are the same name, but for case, accents or order.`,
  same_email: (from) => `Both have the e-mail address ${from}.`,
  same_number: (from, into) => `“${from}” and “${into}” are the same extension or number.`,
  email_of_name: (from, into) => `“${from}” and “${into}”: one is an e-mail address of the other.`,
  initial: (from, into) => `“${from}” and “${into}”: a first name and its initial.`,
}

const changeSaid: Record<RepChange['kind'], (rep: string, other: string) => string> = {
  matched: (rep, other) => `A name of ${other} was given to ${rep}`,
  merged: (rep, other) => `${other} was merged into ${rep}`,
  split: (rep, other) => `${rep} was split from ${other}`,
  undone: (rep, other) => `Undone: names went back from ${other} to ${rep}`,
  kept_apart: (rep, other) => `${rep} and ${other} are two people`,
}

export const matchingWords = {
  suggestions: 'May be one person',
  suggestionsWhy:
    'These names look alike, and never talked at the same time. Nothing is merged unless you say so.',
  suggested: (from: string, into: string) => `${from} and ${into}`,
  likeness: (likeness: Likeness, from: string, into: string) => likenessSaid[likeness](from, into),
  has: (name: string, count: number) => `${name}: ${parts(count)}`,
  merge: 'Merge …',
  mergeNamed: (from: string, into: string) => `Merge ${from} into ${into}`,
  apart: 'Two people',
  apartNamed: (from: string, into: string) => `${from} and ${into} are two people`,
  keptApart: (from: string, into: string) => `${from} and ${into} stay two people.`,

  sure: (from: string, into: string) => `Merge ${from} into ${into}?`,
  effects: effectsOf,
  undoable: 'It can be undone below, under “What was done”.',
  doMerge: 'Merge',
  cancel: 'Cancel',
  merged: (from: string, into: string) => `${from} is ${into} now. Numbers follow in a moment.`,
  mergeRep: (name: string) => `Merge ${name} with another rep`,
  other: 'Same person as',
  goOn: 'Go on',

  split: 'Split off',
  splitNamed: (alias: string, rep: string) => `Split off ${alias} from ${rep}`,
  splitSure: (alias: string, rep: string) => `Make ${alias} a rep other than ${rep}?`,
  splitWhy:
    'Its calls, past and future, go with it. It then waits above, among the names to match.',
  isSplit: (alias: string) => `${alias} stands for itself now.`,

  history: 'What was done',
  historyWhy: 'Who matched, merged or split which names. Newest first.',
  noHistory: 'Nothing yet',
  noHistoryWhy: 'Once names are matched or reps are merged, it stands here and can be undone.',
  change: (kind: RepChange['kind'], rep: string, other: string) => changeSaid[kind](rep, other),
  by: (name: string) => `by ${name}, `,
  moved: (count: number) => `${parts(count)} changed hands.`,
  undo: 'Undo',
  undoNamed: (change: string) => `Undo: ${change}`,
  undone: 'It is as it was before. Numbers follow in a moment.',
}

/** What a merge will do, sentence by sentence. */
function effectsOf({ from, into, team, days, callsTogether, overlaps, people }: Merging): string[] {
  const span = days ? `, ${days.from} to ${days.to},` : ''
  return [
    `${parts(from.legs)}${span} and all to come under ${from.name}’s names become ${into.name}’s.`,
    team === null
      ? `${into.name} is in no team.`
      : `${into.name} is in the team ${team.name}; whoever leads it sees these calls.`,
    ...(callsTogether > 0
      ? [`In ${sayCount(callsTogether)} of the calls both took part: their parts become one.`]
      : []),
    ...(people.length > 0
      ? [`${people.join(' and ')} will see everything of ${into.name}’s under My calls.`]
      : []),
    ...(overlaps > 0
      ? [
          `Careful: in ${sayCount(overlaps)} of the newest calls both were talking at the same time. That is hardly one person.`,
        ]
      : []),
    'Sums, standings and expectations are worked out anew, as if it had been one rep from the start.',
  ]
}
