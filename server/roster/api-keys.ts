import { createHash, randomBytes } from 'node:crypto'
import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Database } from '../database/connect.ts'
import { type Asker } from '../http/asker.ts'
import { findKeyBySecret, insertKey } from './key-store.ts'

const secretBytes = 24
const hintLength = 9
/** A revoked key may still be taken for this long, so that feeds cost no query per request. */
const rememberedSecondsLimit = 5
const rememberedKeysLimit = 1_000

/** Creates a key; the returned text is the only copy there will ever be. */
export async function createApiKey(
  database: Database,
  given: { organizationId: number; name: string; scopes: KeyScope[] },
): Promise<{ id: number; key: string }> {
  const key = `ws_${randomBytes(secretBytes).toString('base64url')}`
  const id = await insertKey(database, {
    ...given,
    hint: key.slice(0, hintLength),
    secretHash: hashOf(key),
  })
  return { id, key }
}

/** Looks a key up, remembering it for a few seconds. */
export function openKeyRing(database: Database, clock: () => number) {
  const remembered = new Map<string, { asker: Asker; until: number }>()
  return async (key: string): Promise<Asker | null> => {
    const hash = hashOf(key)
    const known = remembered.get(hash)
    if (known && known.until > clock()) return known.asker
    remembered.delete(hash)
    const found = await findKeyBySecret(database, hash)
    if (!found) return null
    const asker: Asker = {
      kind: 'key',
      keyId: found.id,
      name: found.name,
      scopes: found.scopes,
      viewer: {
        organizationId: found.organizationId,
        role: 'admin',
        repId: null,
        teamIds: [],
      },
    }
    if (remembered.size >= rememberedKeysLimit) remembered.clear()
    remembered.set(hash, { asker, until: clock() + rememberedSecondsLimit * 1000 })
    return asker
  }
}

/** The keys are random and long, so a plain hash can't be reversed by guessing. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
