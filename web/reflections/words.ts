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

/** What sharing a reflection means, said before it is done. */
export const shareWords = {
  lead: 'Private so far. If you share it, colleagues read what resolved it, the words that worked and the skills, with the queue and the issue; not your name, though they may guess. A short line of it may be a word of the day on the board, and systems that an administrator has connected are told. Make sure that no customer can be recognized in it.',
  noWords: 'To share it with colleagues, write down what resolved it.',
  share: 'Share with colleagues',
  isShared:
    'Shared with colleagues, without your name: what resolved it, the words that worked and the skills.',
  keepPrivate: 'Keep it private again',
  isPrivate: 'It is private again. What other systems were told stays with them.',
} as const

/** Who will read what is being written. */
export const readersWords = {
  private: 'You and your supervisor will read this; an administrator may.',
  shared:
    'It is shared: colleagues read what resolved it, the words that worked and the skills. Your supervisor reads all of it; an administrator may.',
} as const
