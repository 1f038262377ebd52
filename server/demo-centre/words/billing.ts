import { type WordsOfQueue } from './issue-words.ts'

export const billing: WordsOfQueue = {
  'bill-explained': {
    resolved: [
      'Opened the same bill as they had in front of them and went down line by line. The surprise was the {part month|set-up fee|second SIM}.',
      'I drew it in words: twenty days of the old price, ten of the new. That made sense at once.',
      'Compared it with last month instead of explaining it from zero. Only one line was different.',
      'They thought it was charged twice. It was one month back and one month ahead; said so and sent the sheet.',
    ],
    stuck: [
      'I could explain the sum and not why it was set up like that in the first place.',
      'There is a credit that nobody wrote a note on. I did not want to make up a reason.',
    ],
    friction: [
      'The first bill after a change is always one and a half months, and it never says so on page one.',
      '"Other services" as a line on a bill. That is {a third|half} of my calls right there.',
    ],
  },
  'payment-failed': {
    resolved: [
      'Card had expired. Took the new one over the secure line and cancelled the reminder so that it does not cross in the post.',
      'The bank had sent it back for one wrong digit. Read it out in pairs, found it.',
      'Spread it over {two|three} dates. They were ashamed to ask, so I offered first.',
      'Payment was there, under an old account number. Moved it and stopped the dunning.',
    ],
    stuck: [
      'Money left their bank, never reached us. I need the slip and they do not have it at hand.',
      'The block lifts itself overnight but not from my screen. So: another night without service.',
    ],
    friction: [
      'We block the service on day one and the reminder letter arrives on day three.',
      'The payment page gives the same error for "declined" and for "we are down".',
    ],
  },
  refund: {
    resolved: [
      'It had been approved {weeks|a month} ago and sat in a list for someone who left. Got it released while they were on the line.',
      'Wrote the dates down before calling back office, so it was one call and not five.',
      'I said what I can approve myself, did that, and asked for the rest in writing with a date. They were fine with a date.',
      'Found that the return had been booked on another order number. Once both were on one screen it was obvious.',
      'This was the {nth} call about the same refund. I kept them on hold, rang accounting, and did not hang up until it showed as paid.',
    ],
    stuck: [
      'Two departments, each waiting for the other to tick a box. I could tick neither.',
      'The amount is above what I may approve, and nobody who may was in.',
      'They were promised a sum I cannot find anywhere. I believe them, which does not help.',
    ],
    friction: [
      'A refund goes through three lists and a rep can see only the first one.',
      'The "ten working days" message goes out even when we already know it will be twenty.',
      'Returns without a label are booked by hand, and the hand is busy.',
    ],
  },
  'direct-debit-change': {
    resolved: [
      'New account in, read back in groups of four, and told them which debit is the last one from the old bank.',
      'Changed the date to after payday. Small thing, and it saves a reminder every month.',
      'Did it while they were on, and checked the next run before saying goodbye.',
    ],
    stuck: [
      'The run for this month was already out, so it will be taken from the old account once more.',
      "Account in a partner's name. Needs the signature, and the form goes by post.",
    ],
    friction: [
      'You can change the account in the app but not the date. So they call.',
      'The confirmation says "within two billing periods". People read: never.',
    ],
  },
  'price-change': {
    resolved: [
      'Did not defend it. Said what goes up, from when, and what they can do until then.',
      'Their plan is {older|no longer sold} and the new one is cheaper for what they use. Win for both.',
      'Looked up when their term ends before saying anything. It ended in {two|three} weeks, so we just set that up.',
    ],
    stuck: [
      'They wanted to know why. The letter does not say, and neither does my screen.',
      'A neighbour pays less and I am not allowed to look or to match it.',
    ],
    friction: [
      'The letter hides the new price in the second paragraph. They call angry because they had to look for it.',
      'The price letter and the upgrade offer go out in the same week with different numbers.',
    ],
  },
}
