import { type WordsOfQueue } from './issue-words.ts'

export const energy: WordsOfQueue = {
  'meter-reading': {
    resolved: [
      'Took the reading, checked it against last year, fine. Short and friendly.',
      'They read the red digits too. Left those out and the sum was right again.',
      "Two meters in the cellar, and the neighbour's was the one they had sent in. Matched the number and corrected it.",
    ],
    stuck: [
      'The number is lower than the last one. Either we or they misread, and it is dark in that cellar.',
      'Form refuses anything outside the estimate, even when the estimate is what is wrong.',
    ],
    friction: [
      'The card we post has no room for the decimals and no picture of which digits to leave out.',
      'The deadline on the letter is the day after it arrives.',
    ],
  },
  'tariff-change': {
    resolved: [
      'Asked what they use at night before naming any plan. Then there was only one that made sense.',
      'Worked it out for a whole year, with the base fee, both ways. {Seven|Nine|Eleven} a month less, decided in a minute.',
      'Told them the one they asked for would cost them more. They took it well, better than well.',
      'The change was already booked by a colleague, only the letter was missing. Sent it.',
    ],
    stuck: [
      'Price in the offer had expired the day before. Nothing I could do about one day.',
      'Wanted the tariff from the advert, which is for new addresses only. Hard to say kindly.',
    ],
    friction: [
      'The comparison on the site leaves the base fee out until the last page.',
      'Existing customers cannot see the offers we advertise to everybody.',
    ],
  },
  'smart-meter': {
    resolved: [
      'Display was asleep, not broken. Long press, not short. I have written that in my notes in capitals.',
      "Looked at the meter's signal first: two bars in that hallway. Ordered the aerial and told them honestly when it comes.",
      'The app was paired with the old meter. Removed it, scanned the new one, readings from this morning are in.',
      'It had the clock of winter time. Nothing wrong with the consumption, and now the night rate is where it belongs.',
    ],
    stuck: [
      'Meter sends, app does not show. Between the two is a system I cannot see into.',
      'They do not want it and it has to be installed. I could listen, not more.',
    ],
    friction: [
      'After an exchange the app has to be paired again and no letter mentions it.',
      'The display goes dark after ten seconds and looks dead.',
    ],
  },
  'supply-fault': {
    resolved: [
      "Asked about the neighbours' windows first. Lights on there, so it was their own breaker; we found it together.",
      'One appliance tripped it. Everything off, one by one on again; it was the {kettle|dryer|old freezer}.',
      "Got the on-call crew's real time from dispatch, not the one from the screen, and said that one.",
      'Not a house that can be without power for a night. Dropped the script, marked it as urgent, and stayed until the crew had called them.',
    ],
    stuck: [
      'Half the house is out and the crew list is full until tonight. All I could do is be straight about it.',
      'Meter cupboard is locked and the landlord does not pick up.',
    ],
    friction: [
      'The fault number is on the back page of the bill, which is online, which needs power.',
      'Dispatch and we see different arrival times.',
    ],
  },
}
