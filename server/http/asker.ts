import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Viewer } from '../../shared/roster/sight.ts'

type Person = {
  kind: 'person'
  viewer: Viewer
  userId: string
  sessionId: string
  name: string
  email: string
}

/** Who sent a request: a signed-in person, a display on the wall, or a program with an API key. */
export type Asker =
  | Person
  | { kind: 'display'; viewer: Viewer; displayId: number; name: string }
  | { kind: 'key'; viewer: Viewer; keyId: number; name: string; scopes: readonly KeyScope[] }

/** Finds out who sent a request; null where nobody is signed in and no key was given. */
export type Identify = (headers: {
  cookie: string | undefined
  authorization: string | undefined
}) => Promise<Asker | null>

/** What an open connection rests on: a session, or a display that was not removed. */
export type Standing =
  | { kind: 'session'; organizationId: number; id: string }
  | { kind: 'display'; organizationId: number; id: number }

/** Finds which of them still stand. */
export type FindStanding = (asked: readonly Standing[]) => Promise<ReadonlySet<Standing>>

/** What stays with whoever stays connected; null for an API key, which opens no connections that stay. */
export function standingOf(asker: Asker): Standing | null {
  const { organizationId } = asker.viewer
  if (asker.kind === 'person') return { kind: 'session', organizationId, id: asker.sessionId }
  return asker.kind === 'display' ? { kind: 'display', organizationId, id: asker.displayId } : null
}
