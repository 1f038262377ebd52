import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Viewer } from '../../shared/roster/sight.ts'

/** Who sent a request: a signed-in person, a display on the wall, or a program with an API key. */
export type Asker =
  | { kind: 'person'; viewer: Viewer; userId: string; name: string; email: string }
  | { kind: 'display'; viewer: Viewer; displayId: number; name: string }
  | { kind: 'key'; viewer: Viewer; keyId: number; name: string; scopes: readonly KeyScope[] }

/** Finds out who sent a request; null where nobody is signed in and no key was given. */
export type Identify = (headers: {
  cookie: string | undefined
  authorization: string | undefined
}) => Promise<Asker | null>
