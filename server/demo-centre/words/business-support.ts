import { type WordsOfQueue } from './issue-words.ts'

export const businessSupport: WordsOfQueue = {
  'line-down': {
    resolved: [
      'Asked what is at stake before what is wrong: card terminal, till, phones. Got the terminal going over mobile in ten minutes, then took my time with the line.',
      'Found the maintenance window nobody had told them about. Had it stopped and written down.',
      'Stayed on with their IT person and mine in one call. {minutes} minutes, three people, one cable in the wrong cabinet.',
      'Line was fine, the firewall had been exchanged on {Friday|Sunday}. I could show it from our side by the last address seen.',
      'Set the fallback by hand first, so that they could work, and only then looked for the fault.',
    ],
    stuck: [
      'Fault is in the street and the digger is not ours. I could give them a number to follow, not an hour.',
      'Two suppliers in one cabinet, each pointing at the other, and I am one of the two.',
      'Test needs someone on site and the branch had closed for the day.',
    ],
    friction: [
      'Maintenance notices go to whoever signed the contract, who left years ago.',
      'The fallback is in the price and switched off by default.',
    ],
  },
  'phone-system': {
    resolved: [
      'Called every extension myself, in order, and wrote down which one rang where. The third was pointing at a phone that has not existed since spring.',
      'Opening hours were in the wrong time zone. Calls went to voicemail an hour early and nobody could say why.',
      'Rebuilt the ring group from scratch. It was quicker than finding the mistake, and now it has a name someone understands.',
      'One-way audio: I asked from where to where exactly, and it was only between the two branches. Then it was a matter of one setting.',
    ],
    stuck: [
      'It happens "sometimes". I have asked for three times of day and three numbers, and will look in the log then.',
      'Their own admin had changed things while we were talking. We were both fixing each other.',
      'Needs a licence they do not have, which sales had told them they do.',
    ],
    friction: [
      'The admin page shows what is set, never what is in effect.',
      'Holiday rules must be entered new every year.',
      "An update moves people's settings and the notes are in a PDF.",
    ],
  },
  'extra-users': {
    resolved: [
      'Added {three|four|six} users while we spoke, sent the start mails, and asked one of them to log in at once. Done when it works, not when it is saved.',
      'They wanted eight more and needed two, the rest can share. Said so.',
      "Used last year's list as a template. Two minutes instead of ten.",
    ],
    stuck: [
      'Over the limit of the plan by one. One.',
      'The start mails land in their spam and I cannot send them from anywhere else.',
    ],
    friction: [
      'The self-service portal can remove users but not add them.',
      'One user more than the plan means a new contract.',
    ],
  },
  'contract-terms': {
    resolved: [
      'Read the clause to them as it stands and then said it again in my own words, marked as my own words.',
      'Notice period was the question, end date was the worry. Answered both in one mail with the paragraph in it.',
      'Got legal to confirm it in one line. It took five minutes to ask and saves a month of letters.',
    ],
    stuck: [
      'Signed version and the one in my system are not the same. I am not the one who can say which counts.',
      'They want it changed. I can explain it all day, I cannot change a comma.',
    ],
    friction: [
      'Old frame contracts are scans that cannot be searched.',
      'The short version on the website leaves out the notice period.',
    ],
  },
  'new-site': {
    resolved: [
      'Went through it as a calendar from the opening day backwards. Found that the order had to go out today, and it did.',
      "Got the building's owner into the call about the riser. That had been the missing piece for weeks.",
      'Mobile for the first two weeks, fibre after. They can open on time and nobody has to lie about dates.',
    ],
    stuck: [
      'Survey is booked, the result comes when it comes, and they have painters in on Monday.',
      'No one knows whether there is duct under that yard. I asked three people.',
    ],
    friction: [
      'A new site is five orders in three systems, and the customer sees five different dates.',
      'The site survey can only be booked after the contract, and the contract needs what the survey says.',
    ],
  },
}
