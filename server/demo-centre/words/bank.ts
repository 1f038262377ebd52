import { billing } from './billing.ts'
import { businessSupport } from './business-support.ts'
import { contracts } from './contracts.ts'
import { energy } from './energy.ts'
import { internet } from './internet.ts'
import { type IssueWords, type WordsOfQueue } from './issue-words.ts'
import { mobile } from './mobile.ts'
import { movingHome } from './moving-home.ts'
import { staffDesk } from './staff-desk.ts'

const byQueue: Readonly<Record<string, WordsOfQueue>> = {
  internet,
  billing,
  mobile,
  energy,
  contracts,
  'moving-home': movingHome,
  'business-support': businessSupport,
  'staff-desk': staffDesk,
}

const speechless: IssueWords = { resolved: [], stuck: [], friction: [] }

/** What reps of a queue write about calls of an issue. */
export const wordsAbout = (queue: string, issue: string): IssueWords =>
  byQueue[queue]?.[issue] ?? speechless
