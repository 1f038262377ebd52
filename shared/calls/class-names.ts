import { type CallClass } from './words.ts'

/** The classes of METHOD 6 as a person reads them. */
export const classNames: Readonly<Record<CallClass, string>> = {
  efficient: 'Efficient',
  solved: 'Solved',
  extra_mile: 'Extra mile',
  hurried: 'Hurried',
  not_yet_solved: 'Not yet solved',
  needs_support: 'Needs support',
  outcome_pending: 'Outcome pending',
  handed_on: 'Handed on',
  not_linkable: 'Not linkable',
  not_counted: 'Not counted',
}
