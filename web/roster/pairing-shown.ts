/** What a display shows until it is paired. */
export type PairingShown = {
  code: string | null
  secondsLeft: number
  /** Why there is no new answer, in a sentence; null where all is well. */
  trouble: string | null
  /** The person who is signed in on this browser, if any. */
  signedIn: string | null
  isPaired: boolean
}

export const nothingShown: PairingShown = {
  ...{ code: null, secondsLeft: 0, trouble: null, signedIn: null, isPaired: false },
}

/** Answers take their time: within this, our own counting goes on evenly. */
const driftSecondsLimit = 2

/** What is left by our own counting, unless the server says something quite different. */
export const agreeOn = (counted: number, said: number): number =>
  Math.abs(counted - said) > driftSecondsLimit ? said : counted

/** A second later. A code that nobody can enter any more is not shown. */
export function secondLater(shown: PairingShown): PairingShown {
  if (shown.code === null) return shown
  const secondsLeft = shown.secondsLeft - 1
  return secondsLeft > 0 ? { ...shown, secondsLeft } : { ...shown, secondsLeft: 0, code: null }
}

/** Seconds as a clock shows them: "9:05". */
export const sayClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
