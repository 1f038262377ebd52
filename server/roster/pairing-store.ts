import { type Database } from '../database/connect.ts'

/** Whose a pairing has become; both are null while nobody has entered its code. */
type PairingRow = { expiresAt: Date; displayId: number | null }

/**
 * Stores a pairing and removes those that are over.
 *
 * @param waitingLimit how many may wait; beyond it nothing is stored
 * @returns false where too many wait, or another one shows the same code
 */
export async function insertPairing(
  { writing }: Database,
  made: { secretHash: string; code: string; expiresAt: Date },
  now: Date,
  waitingLimit: number,
): Promise<boolean> {
  await writing`delete from pairing where expires_at <= ${now}`
  const stored = await writing`
    insert into pairing (secret_hash, code, expires_at)
    select ${made.secretHash}, ${made.code}, ${made.expiresAt}::timestamptz
    where (select count(*) from pairing where display_id is null) < ${waitingLimit}
    on conflict (code) do nothing
    returning 1`
  return stored.length > 0
}

export async function findPairing(
  { writing }: Database,
  secretHash: string,
  now: Date,
): Promise<PairingRow | null> {
  const [found] = await writing<PairingRow[]>`
    select expires_at as "expiresAt", display_id as "displayId"
    from pairing where secret_hash = ${secretHash} and expires_at > ${now}`
  return found ?? null
}

/**
 * Makes a display of the pairing that shows a code; of two who enter it at once, one gets the id.
 *
 * @param fetchedUntil until when the display may fetch its cookie
 * @returns null where no pairing that waits shows the code
 */
export async function insertPaired(
  { writing }: Database,
  given: { organizationId: number; name: string; pairedBy: string; code: string },
  now: Date,
  fetchedUntil: Date,
): Promise<number | null> {
  return writing.begin(async (transaction) => {
    const [waiting] = await transaction<{ secretHash: string }[]>`
      select secret_hash as "secretHash" from pairing
      where code = ${given.code} and expires_at > ${now} and display_id is null
      for update`
    if (!waiting) return null
    const [made] = await transaction<{ id: number }[]>`
      insert into display (organization_id, name, paired_by, paired_at)
      values (${given.organizationId}, ${given.name}, ${given.pairedBy}, ${now})
      returning id`
    const id = made?.id ?? 0
    await transaction`
      update pairing
      set organization_id = ${given.organizationId}, display_id = ${id},
        expires_at = ${fetchedUntil}
      where secret_hash = ${waiting.secretHash}`
    return id
  })
}

/**
 * Gives the paired display a token, replacing one it has never shown: the answer that carried it
 * may have been lost on the way.
 *
 * @returns false where it has shown its token, or was removed
 */
export async function giveToken(
  { writing }: Database,
  secretHash: string,
  tokenHash: string,
): Promise<boolean> {
  const given = await writing`
    update display d set token_hash = ${tokenHash}
    from pairing p
    where p.secret_hash = ${secretHash} and d.organization_id = p.organization_id
      and d.id = p.display_id and d.last_seen_at is null and d.revoked_at is null
    returning 1`
  return given.length > 0
}
