import { type Reflection, skills } from '../../shared/reflections/contract.ts'

export type Skill = (typeof skills)[number]
export type RepOutcome = Reflection['outcome']

/** The texts of a reflection, in the order in which they are asked. */
export const textFields = [
  'whatResolvedIt',
  'whatStuck',
  'wordsThatWorked',
  'whatDidNotGoWell',
  'whatNextTime',
  'friction',
] as const
export type TextField = (typeof textFields)[number]

/** A reflection that is being written: everything may still be missing. */
export type Draft = {
  outcome: RepOutcome | null
  texts: Readonly<Record<TextField, string>>
  skills: readonly Skill[]
}

const noTexts: Draft['texts'] = {
  whatResolvedIt: '',
  whatStuck: '',
  wordsThatWorked: '',
  whatDidNotGoWell: '',
  whatNextTime: '',
  friction: '',
}

export const emptyDraft: Draft = { outcome: null, texts: noTexts, skills: [] }

/** The reflection as it is sent; null while the one required answer is missing. */
export function reflectionOf(draft: Draft): Reflection | null {
  if (draft.outcome === null) return null
  const texts = textFields
    .map((field) => [field, draft.texts[field].trim()] as const)
    .filter(([, text]) => text !== '')
  return {
    outcome: draft.outcome,
    ...Object.fromEntries(texts),
    ...(draft.skills.length > 0 && { skills: [...draft.skills] }),
  }
}

type Saved = Readonly<Record<TextField, string>> & {
  outcome: RepOutcome
  skills: readonly string[]
}

/** A draft to go on from a reflection that was saved before. */
export function draftOf(saved: Saved): Draft {
  return {
    outcome: saved.outcome,
    texts: Object.fromEntries(textFields.map((field) => [field, saved[field]])) as Draft['texts'],
    skills: skills.filter((skill) => saved.skills.includes(skill)),
  }
}

/** Nothing has been said yet, so there is nothing to keep. */
export const isEmpty = (draft: Draft): boolean =>
  draft.outcome === null &&
  draft.skills.length === 0 &&
  textFields.every((field) => draft.texts[field] === '')
