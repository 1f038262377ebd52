import { randomBytes, randomInt } from 'node:crypto'
import {
  pairingCodeLength,
  pairingLetters,
  readPairingCode,
} from '../../shared/roster/pairing-code.ts'
import { type Database } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { type DisplayRow, findDisplay } from './display-store.ts'
import { findPairing, giveToken, insertPaired, insertPairing } from './pairing-store.ts'
import { hashOf } from './recognize-display.ts'
import { type WrongCodes } from './wrong-codes.ts'

/** How long a code can be entered, and then once more how long its display may fetch its cookie. */
const pairingSeconds = 600
/** Displays of this installation that may wait at once: nobody fills the table. */
const waitingPairingsLimit = 1_000
const secretBytes = 32

/** Gives a display a code that no other one shows, and the secret that claims it. */
export async function startPairing(database: Database, now: number) {
  const secret = randomBytes(secretBytes).toString('base64url')
  const code = Array.from(
    { length: pairingCodeLength },
    () => pairingLetters[randomInt(pairingLetters.length)],
  ).join('')
  const expiresAt = new Date(now + pairingSeconds * 1000)
  const made = { secretHash: hashOf(secret), code, expiresAt }
  if (await insertPairing(database, made, new Date(now), waitingPairingsLimit)) {
    return { code, secret, expiresAt: expiresAt.toISOString(), secondsLeft: pairingSeconds }
  }
  throw new Refused(
    'pairings_full',
    `${waitingPairingsLimit} displays wait to be paired already. Wait ten minutes and try again.`,
  )
}

type Claimed =
  | { state: 'waiting'; secondsLeft: number }
  | { state: 'paired'; token: string }
  | { state: 'expired' }

/** What became of a pairing; a display that was paired gets the token of its cookie. */
export async function claimPairing(
  database: Database,
  secret: string,
  now: number,
): Promise<Claimed> {
  const secretHash = hashOf(secret)
  const found = await findPairing(database, secretHash, new Date(now))
  if (!found) return { state: 'expired' }
  if (found.displayId === null) {
    const secondsLeft = Math.floor((found.expiresAt.getTime() - now) / 1000)
    return { state: 'waiting', secondsLeft }
  }
  const token = randomBytes(secretBytes).toString('base64url')
  const isGiven = await giveToken(database, secretHash, hashOf(token))
  return isGiven ? { state: 'paired', token } : { state: 'expired' }
}

/** Makes the display that shows a code one of this organization's. */
export async function pairDisplay(
  database: Database,
  wrongCodes: WrongCodes,
  given: { organizationId: number; name: string; pairedBy: string; code: string },
  now: number,
): Promise<DisplayRow> {
  const { organizationId } = given
  const code = readPairingCode(given.code)
  if (code === null) {
    const message = 'A code is eight letters, without vowels, as the display shows them.'
    throw new Refused('malformed_request', message, [{ field: 'code', message }])
  }
  wrongCodes.attempt(organizationId)
  const fetchedUntil = new Date(now + pairingSeconds * 1000)
  const id = await insertPaired(database, { ...given, code }, new Date(now), fetchedUntil)
  if (id === null) {
    throw new Refused(
      'pairing_code_unknown',
      'No display shows this code now. Codes change every ten minutes; look at the display again.',
    )
  }
  wrongCodes.giveBack(organizationId)
  const paired = await findDisplay(database, organizationId, id)
  if (paired) return paired
  throw new Refused('display_unknown', 'This display was removed a moment ago.')
}
