/** What the rep would do differently or repeat, by how it went. */
export const nextTime = {
  solved: [
    "Do it in the same order again. It's slower in the first two minutes and faster after.",
    'Test before saying goodbye, always. Today it would have been the second call otherwise.',
    'Ask what they have tried already. Saves the steps and the mood.',
    'Keep: read the history first, say hello second. Ten seconds.',
    'Stay on while it restarts. I used to say "call again if not".',
    'Going to put this one in the team channel, {two|three} of us had it this week.',
    'Write the cause into the note, not only "ok now".',
    'Say the plan at the start: what, in which order, how long. They were calm from then on.',
    "Do not hurry to the fix when somebody first wants to be heard. It's the same length in the end.",
    'Trust the customer about what they see. It was exactly as they said.',
    'I will ask that question second, not ninth.',
    'Repeat the slow reading of codes. Not one typo.',
  ],
  unsolved: [
    'Ask somebody after ten minutes and not after {minutes}.',
    'Look for the earlier calls before I start on my own theory.',
    'Tell them what happens next and who does it, before they have to ask.',
    'Get the times of day from the customer, in writing. Then we can look in the log.',
    'Have the escalation page open before I need it.',
    'Say "I can\'t solve this, and I know who can" sooner.',
    'Call back myself instead of leaving it with the queue.',
    'Ask to be shown how the specialists read that test. I only know green and red.',
    'Not close it as done when I only hope so.',
    'One question at a time. I asked three and got the answer to the last.',
    'Learn the status codes for these. I keep looking them up and losing the customer on the way.',
    'Bring it to coaching. I would like to hear how others do that one.',
  ],
  handedOn: [
    'Call the colleague first and only then move the customer.',
    "Try it myself up to the point where I really can't. I was nearly there.",
    'Two full sentences of handover. What it is, what I have tried.',
  ],
} as const

/** What somebody writes who had no time for the call either. */
export const inPassing = [
  'Told them where to find it.',
  'Standard question, sent the link.',
  'Quick one. They will try the restart.',
  'Explained, done.',
  'Should be fine now.',
  'Nothing special. Told them to try again later.',
  'Known topic, pointed them to the help page.',
  'They can do that in the app.',
  'All clear, short call.',
  'Asked them to restart and see.',
] as const
