import { type WordsOfQueue } from './issue-words.ts'

export const mobile: WordsOfQueue = {
  'sim-activation': {
    resolved: [
      'Number on the card was read from the wrong line. Asked for the one that starts with 89 and it went through.',
      'It was active all along, the phone just needed to be off for {a minute|thirty seconds}. Waited with them.',
      'Old card was still in slot two and the phone preferred it. Took it out, signal.',
      "Sent the eSIM code again, to another screen this time. You can't scan a code with the phone that shows it.",
    ],
    stuck: [
      'Activation hangs on "in progress" and I have no button to push it.',
      'The phone is locked to another network and they bought it second hand.',
    ],
    friction: [
      'The eSIM code comes by mail, to the very phone that should scan it.',
      'Activation at night is queued until six and nothing says so.',
    ],
  },
  'data-used-up': {
    resolved: [
      'Showed them where it went: {video in the background|photo backup|a hotspot}. Switched that off, added one small pack.',
      'Explained the counter resets on the 14th and not on the first. They had it in their head wrong, as do most.',
      'Booked the pack and set the warning at 80 per cent, so next time the phone tells them and not the bill.',
    ],
    stuck: [
      "The counter in the app and the one in my tool are a gigabyte apart. I don't know which one is right.",
      "They wanted it free because it's the second time. I understand, I can't.",
    ],
    friction: [
      'The warning text arrives after the data is gone.',
      "Family packs don't show who used what.",
    ],
  },
  roaming: {
    resolved: [
      'Roaming was on with us and off in the phone. {Two|Three} taps, one restart, bars.',
      'Told them by hand which network to choose there. The automatic one had picked the ferry.',
      'Took the zone list, read out the two prices that matter for their trip, and booked the pass before they board.',
      "Bill was from the ship's network. Explained it honestly, and got half of it back as goodwill.",
    ],
    stuck: [
      "They're abroad, on a hotel phone, and the fix needs the mobile in their hand to restart. Line dropped.",
      'Country is in no zone in my list. I said I would ask, and that is not what you want to hear at an airport.',
    ],
    friction: [
      'The welcome text abroad gives a price per megabyte. Nobody thinks in megabytes.',
      'Ships and planes are not in the zone map on the website.',
    ],
  },
  'handset-settings': {
    resolved: [
      'Asked what they see, not which model. We got to the right menu by shape and colour.',
      'Mail had stopped because of a changed password, nothing with the phone. Put the new one in together.',
      'Voicemail number was lost in the move to the new phone. Saved it again, called it once to be sure.',
      'Did one thing at a time and had them say "done" after each. It took {minutes} minutes and nobody got cross.',
    ],
    stuck: [
      'Menus in a language neither of us reads. We got as far as the third screen.',
      "This phone doesn't know the setting. I looked for it {far|much} too long before I said so.",
    ],
    friction: [
      'Our settings page shows phones from four years ago.',
      "The transfer app leaves voicemail and mail out and doesn't mention it.",
    ],
  },
  'number-transfer': {
    resolved: [
      'Name was spelled with one t at the old provider and two with us. Changed ours, sent it again, accepted within the hour.',
      'I read the rejection code instead of the text next to it. The code says date of birth, the text says "invalid".',
      "Number had a lock on it. They didn't know, I told them which words to use with the other side, they called back unlocked.",
      'Moved the date to {Tuesday|Thursday}, because a number that moves on a Friday is gone for the weekend if it fails.',
    ],
    stuck: [
      'The other side says we have not asked. We say they have not answered. The number hangs in between.',
      'Third rejection, same code, all data correct as far as I can see. Gave it to the porting desk.',
      "Number is half moved: can call, can't be called. I hate these.",
    ],
    friction: [
      "The form asks for the customer number of the old provider without saying where it's printed.",
      'When a transfer is rejected we send a text that says "please contact us". With nothing in it.',
    ],
  },
}
