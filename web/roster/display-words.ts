/** What the page on the wall says until it is paired. */
export const pairWords = {
  todo: (host: string) => `Enter this code at ${host}, under Set-up, Displays`,
  left: (clock: string) => `It works for ${clock} more. Then a new one appears by itself.`,
  coming: 'A code is on its way.',
  unreachable: 'The server can’t be reached. This page tries again by itself.',
  signsOut: (name: string) => `${name} is signed in here, and is signed out when it is paired.`,
  toSignIn: 'Sign in instead',
}

export const displaysWords = {
  title: 'Displays',
  lead: 'Screens on the wall. Each shows the board, and sees nothing else.',
  caption: 'Displays that are paired',
  none: 'No display yet',
  noneWhy: 'Pair the first one below. It takes a minute.',
  pairedBy: (name: string) => `Paired by ${name}`,
  seen: 'Last seen',
  notSeen: 'Not seen yet',
  over: 'Not seen for 90 days: it has to be paired again.',
  add: 'Pair a display',
  addWhy: (address: string) =>
    `Open ${address} in the display’s browser. It shows a code, which works for ten minutes.`,
  code: 'Code on the display',
  codeHint: 'Two groups of four letters.',
  name: 'What to call it',
  nameHint: 'Where it hangs, for example: hall, north wall.',
  pair: 'Pair it',
  paired: (name: string) => `${name} is paired. It goes on by itself in a few seconds.`,
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  sure: (name: string) => `Remove “${name}”?`,
  sureWhy: 'It is signed out at once, and shows a new code.',
  keep: 'Keep it',
  removed: (name: string) => `“${name}” is signed out.`,
}
