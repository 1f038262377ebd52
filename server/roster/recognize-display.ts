import { createHash } from 'node:crypto'
import { unseenDaysLimit } from '../../shared/roster/display-contract.ts'
import { type Database } from '../database/connect.ts'
import { type Asker } from '../http/asker.ts'
import { readDisplayToken } from './display-cookie.ts'
import { type DisplayRow, findDisplayByToken, noteSeen } from './display-store.ts'

/** A display asks often; when it was last seen is written at most this often. */
const seenSecondsLeast = 60
const dayMilliseconds = 86_400_000

/**
 * Recognizes a display by its cookie. It is looked up each time and never remembered, so that a
 * display that was removed is out with its next request.
 */
export async function recognizeDisplay(
  database: Database,
  cookie: string,
  now: number,
): Promise<Asker | null> {
  const token = readDisplayToken(cookie)
  const found = token === null ? null : await findDisplayByToken(database, hashOf(token))
  if (!found || !(await seeDisplay(database, found, now))) return null
  const organizationId = found.organization.id
  return {
    ...{ kind: 'display', displayId: found.id, name: found.name },
    viewer: { organizationId, role: 'floor', repId: null, teamIds: [] },
  }
}

/** Notes that a display is there. @returns whether it is still taken at its cookie's word */
export async function seeDisplay(
  database: Database,
  display: DisplayRow,
  now: number,
): Promise<boolean> {
  if (!isSignedIn(display, now)) return false
  if (now - (display.lastSeenAt?.getTime() ?? 0) >= seenSecondsLeast * 1000) {
    await noteSeen(database, display, new Date(now))
  }
  return true
}

/** Whether a display that was not removed is still taken at its cookie's word. */
export const isSignedIn = ({ pairedAt, lastSeenAt }: DisplayRow, now: number): boolean =>
  now - (lastSeenAt ?? pairedAt).getTime() < unseenDaysLimit * dayMilliseconds

/** Tokens are random and long, so a plain hash can't be reversed by guessing. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
