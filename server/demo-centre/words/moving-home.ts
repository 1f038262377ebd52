import { type WordsOfQueue } from './issue-words.ts'

export const movingHome: WordsOfQueue = {
  'technician-appointment': {
    resolved: [
      'Found a slot on {Saturday|Thursday} by looking in the neighbouring district. Same crew, other list.',
      'Put the floor and the name on the bell into the job. That is why the last one left again.',
      'Technician was around the corner, so I asked dispatch to have him ring. Both were happy.',
    ],
    stuck: [
      'Earliest slot is in {two|three} weeks. I looked four times, as if that would change it.',
      'He says nobody was at home, they say nobody came. I was not there.',
    ],
    friction: [
      'A window of six hours, and people take a day off for it.',
      'A missed appointment goes back to the end of the line, even when we missed it.',
    ],
  },
  'address-change': {
    resolved: [
      'Changed it, and asked about the delivery address too, because it is a separate field. It is always the separate field.',
      'New street was not in the list yet. Entered it by the parcel number and it stuck.',
      'Did the bill, the contract and the meter in one go so that they do not call three times.',
    ],
    stuck: [
      'Change is booked and shows the old address again. Somewhere something overwrites it.',
      'Only the contract holder may change it, and that is the one who moved out.',
    ],
    friction: [
      'Four places to store one address.',
      'The form does not know house numbers like 12/3 and calls them an error.',
    ],
  },
  'move-order': {
    resolved: [
      'Made a list with dates: old line off, new line on, router goes in the box with them. They wrote along.',
      'The new flat had a line of the previous tenant on it. Called them out of it, got a free port, kept the date.',
      'Ended the old one a week later than they asked. Costs little, and nobody sits between two boxes without internet.',
      'Split what can be done today from what cannot, did the first half, and put the other half in my calendar for {Monday|Wednesday}.',
    ],
    stuck: [
      'The address does not exist according to our map. They were standing in it.',
      'Order is stuck in a status that my handbook does not know.',
      'The port is taken by a contract that ended last year.',
    ],
    friction: [
      'Moving starts a new contract, a new router and a new password, for someone who only wanted the same thing elsewhere.',
      'New buildings reach our map months after the people have moved in.',
    ],
  },
  'final-bill': {
    resolved: [
      'The deposit was missing from it. Added it, new bill on its way, and a line on it that explains itself.',
      'Worked out the last eleven days with them on a piece of paper. They got the same number as the bill.',
      'They had returned the router, with proof. Took the fee off at once instead of opening a case.',
    ],
    stuck: [
      'Final reading is estimated and there is nobody in the flat any more who could look.',
      'It went to the old address, twice. I can only send it there a third time until the change is through.',
    ],
    friction: [
      'We charge for the router first and take it off when it arrives. By then they have called.',
      'The "final" bill is followed by another one in a third of the cases.',
    ],
  },
}
