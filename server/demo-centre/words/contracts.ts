import { type WordsOfQueue } from './issue-words.ts'

export const contracts: WordsOfQueue = {
  'offer-question': {
    resolved: [
      'Said what is in it and what is not, in that order. They wanted to think, I wrote the end date down for them.',
      "Offer was for the neighbour's street. Checked the address, found the one that is for theirs.",
      'They had compared us with something half the speed. Put both next to each other and let them decide.',
    ],
    stuck: [
      "The leaflet they read from is not in my tool. I was explaining something I couldn't see.",
      'Two campaigns at once, and the conditions contradict each other.',
    ],
    friction: [
      'We get the leaflets on the same day as the customers do.',
      'An offer "until the end of the month" that stops on the 28th.',
    ],
  },
  renewal: {
    resolved: [
      "Renewed what they have, didn't sell anything on top. They were surprised, pleasantly.",
      'Looked at what they really used over the year. Smaller plan, same price as before, two years of peace.',
      'Read the new end date out loud and sent it in writing while we spoke.',
      'They only wanted to be asked. Ten minutes about the dog and one about the contract.',
    ],
    stuck: [
      "The discount they have can't be carried over and I can't build it again with what I have.",
      "System says renewal not possible, doesn't say why.",
    ],
    friction: [
      'New customers get a better price than those who have stayed for {six|eight|ten} years. Every renewal starts there.',
      'The renewal mail has a button that leads to a login page that leads nowhere.',
    ],
  },
  cancellation: {
    resolved: [
      'Asked for the reason once and took it as an answer. Confirmed the end date. It was a good goodbye.',
      'They were leaving over something I could fix: the {double charge|slow router}. Fixed it, they stay.',
      'Explained what happens to the number and the mail address before, not after. That had scared them.',
      'One of the sad reasons. Skipped every question I could skip and did all of it in one go.',
    ],
    stuck: [
      "They had cancelled in writing {two|three} times, it's nowhere, and the term ran on.",
      'Term ends in a year. I could show the date, not the door.',
    ],
    friction: [
      'Cancelling online ends with "please call us". They know exactly why.',
      'There is no proper path for a bereavement. Everybody improvises.',
    ],
  },
  complaint: {
    resolved: [
      'Let it all come out first. Then I repeated it in one sentence and asked if I had it right. After that we could work.',
      'Three separate things were wrong and everybody had treated it as one. Wrote three lines, settled three lines.',
      "Said sorry for what was ours and didn't mix it with what wasn't.",
      'Called the shop myself with the customer listening. It was cleared up in {four|five} minutes.',
      'Gave them my direct number and the hour at which I would call. I did, and that was the actual repair.',
      'It took {minutes} minutes, most of them listening. The fix itself was a single credit.',
    ],
    stuck: [
      'What they want is for it not to have happened. I had a voucher.',
      'I could see five notes from five of us and not one that said who does it.',
      "The decision is with a department that doesn't take calls. Neither mine nor theirs.",
    ],
    friction: [
      'A complaint gets a new number every time someone touches it.',
      'We can promise a call-back but not who calls, so every time it starts from the beginning.',
      'Only the shop can undo what the shop has sold.',
    ],
  },
}
