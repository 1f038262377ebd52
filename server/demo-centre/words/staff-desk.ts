import { type WordsOfQueue } from './issue-words.ts'

export const staffDesk: WordsOfQueue = {
  'password-reset': {
    resolved: [
      "Reset, and stayed until they were in. It's thirty seconds more and spares the second call.",
      'Caps lock. We both laughed. Nobody has to feel stupid on our line.',
      'The phone kept trying the old one in the background and locked it again each time. Removed it there first.',
    ],
    stuck: [
      "The reset mail goes to the mailbox they can't open.",
      "Account wasn't locked but disabled, and that is HR's, not mine.",
    ],
    friction: [
      'Passwords end every sixty days, for everybody in a department on the same day.',
      "The rules for a new password are shown only after it's refused.",
    ],
  },
  'access-rights': {
    resolved: [
      'Asked what they want to do instead of which right they want. It was a different one, and they had it within minutes.',
      'Copied nothing from a colleague this time; gave the two rights that are needed. Cleaner.',
      'Approver was on leave. Found the deputy in the chart and rang through with them on the line.',
    ],
    stuck: [
      "Approval hangs with someone who has left the company. The workflow doesn't know.",
      "Right is given, system doesn't show it before tomorrow. I have no way to hurry it.",
    ],
    friction: [
      'Role names like "APP_2_RW_X". Nobody can ask for what they need.',
      'Moving to another team takes every right away on the first day and gives the new ones in the second week.',
    ],
  },
  headset: {
    resolved: [
      'It was muted on the cable. There is a second button there that nobody knows about.',
      'Computer had chosen the monitor as loudspeaker after the update. Set it back and pinned it.',
      'Sent a new one up instead of looking for {twenty|thirty} minutes for why the old one crackles.',
    ],
    stuck: [
      'Works with me, not with them. Same model, same desk, I borrowed it.',
      'None left in stock until {next week|Thursday}. They work with a spare that hurts.',
    ],
    friction: [
      'Every update picks a new loudspeaker.',
      'Headsets are ordered in lots of fifty and run out in the same week.',
    ],
  },
  'order-system': {
    resolved: [
      'Reproduced it with the same order on my screen. Once I saw the red field I knew: postcode with a blank in front.',
      'Found out that someone else had the order open. Closed it there, it saved here.',
      'Showed the way around it, and put it into the wiki with a picture while they waited. Next one finds it.',
      'Cleared the half order and put it in again together. {minutes} minutes, and the customer at their end was still on hold, so I kept it calm.',
    ],
    stuck: [
      'Error "unknown" with a number that no list has. Passed it on with a screenshot and the time.',
      "It saves, and an hour later it's the old state again. Somebody's sync wins.",
      'I could book it from the back, but I would be the only one who knows. Did not.',
    ],
    friction: [
      'When two of us open the same order, the second one loses everything and is told after ten minutes.',
      'The error message is the same for eight different things.',
    ],
  },
  'laptop-trouble': {
    resolved: [
      'Watched it start with them over the shared screen. A sync tool ate all of it. Stopped it, fan went quiet.',
      'Asked when it last worked. "Before I took it home." Then it was the dock, not the laptop.',
      "Disk was full to the last byte with recordings of meetings. Moved them, with permission, {minutes} minutes and it's like new.",
      'Gave up on repairing it at a good moment and had a loan device on their desk within the hour.',
    ],
    stuck: [
      "Blue screen every day at about three. I was there at three. It wasn't.",
      'Repair needs the device for two days and they have only this one.',
    ],
    friction: [
      'Updates install at nine in the morning, when everybody logs in.',
      'Loan devices are set up from scratch each time, that is two hours nobody has.',
    ],
  },
}
