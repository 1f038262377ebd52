import { type RepOutcome, type Skill, type TextField } from './draft.ts'

export const repOutcomeNames: Readonly<Record<RepOutcome, string>> = {
  resolved: 'Resolved',
  not_resolved: 'Not resolved',
  not_sure: 'Not sure',
}

export const textNames: Readonly<Record<TextField, string>> = {
  whatResolvedIt: 'What resolved it?',
  whatStuck: 'What stuck with you?',
  wordsThatWorked: 'Which words worked?',
  whatDidNotGoWell: 'What did not go well?',
  whatNextTime: 'What would you do differently, or repeat?',
  friction: 'What made this call necessary?',
}

export const textHints: Partial<Readonly<Record<TextField, string>>> = {
  friction: 'A product, a policy or a process; never a person.',
}

export const skillNames: Readonly<Record<Skill, string>> = {
  communication: 'Communication',
  problem_solving: 'Problem solving',
  empathy: 'Empathy',
  adaptability: 'Adaptability',
}
