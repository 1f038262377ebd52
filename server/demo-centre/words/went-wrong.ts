/** What didn\'t go well, by what kind of call it was. */
export const wentWrong = {
  any: [
    'I talked too fast at the start and had to say it all again.',
    'Asked for the account number twice. It was on my screen the whole time.',
    'Looked at the clock. They can hear that, I think.',
    'I used three abbreviations in one sentence.',
    'Put them on hold without saying for how long.',
    'My headset cut out in the middle and I only noticed when they asked if I was there.',
    'Interrupted twice. Both times they were about to say what I needed.',
    'Notes are thin. I wrote them after the next call and half was gone.',
    'Got the article up late; it was the second hit, not the first.',
    'Sounded annoyed at the tool. For them that is the same as annoyed at them.',
  ],
  unresolved: [
    "I couldn't say when somebody will call. That is the thing they wanted to know.",
    "I should have said earlier that I can't solve this alone.",
    'Gave a time that is not mine to give. Corrected it, but it was out.',
    'Ended on "someone will be in touch". I don\'t like hearing that either.',
    'I wanted so much for it to be the easy cause that I stayed there too long.',
    'Guessed instead of asking. The guess was wrong.',
    'They hung up polite. The bad kind of polite.',
    "We went in a circle, router, app, router, and I didn't see it until after.",
  ],
  long: [
    'The first {five|ten} minutes went into the wrong half of the problem.',
    'It got long because I did the verification again after the system had thrown me out.',
    'Half of the {minutes} minutes was waiting for a page to load.',
    'Could have looked at the earlier notes first, all of it was there.',
    'No complaint about the length from them. From me a little: I lost the thread once.',
  ],
  handedOn: [
    'Handed over with two words of context. The colleague had to start again.',
    "Stood in the colleague's queue for minutes with the customer on hold.",
    "First one I sent it to wasn't the right team. Felt the sigh.",
    'I explained the transfer to the colleague and forgot to explain it to the customer.',
  ],
  again: [
    "It's the {nth} call about this, and I only saw that when they told me.",
    "They had to tell it all again. I apologised, which doesn't give the time back.",
    'The earlier note said "solved". It wasn\'t, and I believed the note first.',
    'Two of us had promised two different things before me.',
  ],
} as const
