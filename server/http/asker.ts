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

/**
 * Finds who of those that were let in before may stay on a connection that is still open: whose
 * session stands, and which displays are not removed.
 */
export type FindStanding = (askers: readonly Asker[]) => Promise<ReadonlySet<Asker>>
