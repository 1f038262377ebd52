import { type WordsOfQueue } from './issue-words.ts'

export const internet: WordsOfQueue = {
  'no-internet': {
    resolved: [
      'Went through the lights one by one instead of asking for "the" light. The {second|third} one was off, the {splitter|cable|power brick} had come loose.',
      'It was the old filter behind the sofa. Took it out of the chain and the line came up within a minute.',
      'Line test was clean, so I stopped blaming the line. The router had lost its credentials after a reset; typed them in again together.',
      'Swapped the two ends of the cable. Sounds silly, but one plug was half out and you only feel it when you push it in again.',
      'Saw in the notes that a colleague had already done the restart dance, so I skipped it and went straight to the port. Port was {locked|misassigned} since the weekend.',
      '{minutes} minutes, and worth every one. We found it was the socket upstairs, not the router at all.',
      "Had them take the router to the main socket and try from there. Worked at once, so it's the wiring in the flat and they know who to ask now.",
    ],
    stuck: [
      "Signal drops every {ten|twenty} minutes and each time I test it, it's fine. I couldn't catch it in the act.",
      "Everything on our side is green and there is still no internet in that house. Booked a visit but it didn't feel like an answer.",
      "They couldn't get to the socket {today|before the evening}, so we stopped halfway. Half a diagnosis.",
      'The line test timed out three times in a row. Without it I was guessing.',
    ],
    friction: [
      "The light on the router is orange both when it's updating and when it has no line. Nobody can tell these apart at home.",
      'After a factory reset the credentials are gone and the letter with them is from years ago.',
      'The app says "all good" while the line is down.',
    ],
  },
  'slow-connection': {
    resolved: [
      'Measured by cable first and then by wifi. Cable was full speed, so the talk was about the wifi from then on.',
      'A backup was running on {a laptop|an old phone} the whole time. We paused it and watched the number climb.',
      'The profile on the line was still the old one from before the upgrade. Changed it and stayed on until the router was back.',
      "Asked at which time of day it's slow. Every evening at eight: neighbours on the same channel. Changed the channel, done.",
      'I explained what "up to" means without hiding behind it, then moved them to the plan that fits. No more complaint.',
    ],
    stuck: [
      'Speed is right by the book and wrong for what they want to do with it. I had nothing to offer but a bigger plan.',
      'They test on a phone from {2016|long ago} and will not hear that it matters.',
      "It's slow only in the evening and I am on the phone at {ten|eleven} in the morning. Nothing to see.",
    ],
    friction: [
      'We sell "up to 250" at addresses where the line gives 90 on a good day.',
      "Upgrades don't change the line profile by themselves. That is the {second|third} one this month.",
    ],
  },
  'wifi-coverage': {
    resolved: [
      'Asked them to walk around with the phone and tell me where the bars go. The router stood {in a metal cabinet|behind the TV|on the floor in the hall}.',
      'Both bands had the same name and everything clung to the weak one. Gave them two names.',
      'Talked them out of buying a repeater and into moving the router two metres. Free, and it worked.',
      'Mesh box was paired but in the wrong room. Halfway between, not where the signal is already bad.',
    ],
    stuck: [
      'Thick walls, three floors, one router. There is no setting for that.',
      'Repeater from another maker. I can say what ours does, not what theirs does.',
    ],
    friction: [
      'The set-up leaflet shows the router in a cabinet. Exactly where it should not be.',
      'People learn about the mesh box from us on the phone, not when they order for a big house.',
    ],
  },
  'router-setup': {
    resolved: [
      'Did it backwards: first the cable, then the light, then the name on the sticker. Nobody got lost this time.',
      'The password has a capital O that looks like a zero. Spelled it as words and it went in first try.',
      'Let them read the screen to me instead of telling them what they should see. Faster, oddly.',
      'They had plugged into the yellow port. I said "the one that is on its own" and that was that.',
    ],
    stuck: [
      'The activation on our side had not run, so no set-up in the world would have worked. Took me {a while|too long} to look.',
      'No laptop in the house, only a phone, and the phone keeps jumping back to mobile data.',
    ],
    friction: [
      'Sticker with the password is on the bottom. You unplug the router to read it, and start again.',
      'The welcome mail comes {two|three} days after the router does.',
    ],
  },
  'outage-report': {
    resolved: [
      'Outage was known. Told them the time we expect, and that I would rather say eight than promise seven.',
      'Put them on the text list so that nobody has to call again to ask.',
      'Not the outage at all, one street further. Glad I checked the address before reading out the message.',
    ],
    stuck: [
      'No estimate in the tool, so "we are working on it" was all I had, and they could hear that.',
      "They had a delivery of work due today. I couldn't give them anything they can plan with.",
    ],
    friction: [
      'The outage page is updated by hand and was {an hour|two hours} behind.',
      'We know who is affected before they call. We could text them.',
    ],
  },
}
