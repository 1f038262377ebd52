import { type Database, type Transaction } from '../../database/connect.ts'

/** From where to go on, sealed, and how often that was stored. */
export type FollowedFile = { state: string; revision: number }

export async function findFollowed(
  database: Database,
  organizationId: number,
  source: string,
): Promise<FollowedFile | null> {
  const [found] = await database.reading<FollowedFile[]>`
    select state, revision from followed_file
    where organization_id = ${organizationId} and source = ${source}`
  return found ?? null
}

/**
 * Keeps from where to go on, if nobody else has meanwhile.
 *
 * @param file with the revision that is to be replaced; 0 where there is none yet
 * @returns whether it was kept
 */
export async function saveFollowed(
  transaction: Transaction,
  organizationId: number,
  file: FollowedFile & { source: string; path: string; now: number },
): Promise<boolean> {
  const { source, path, state, revision } = file
  const at = new Date(file.now)
  const saved =
    revision === 0
      ? await transaction`
          insert into followed_file (organization_id, source, path, state, revision, followed_at)
          values (${organizationId}, ${source}, ${path}, ${state}, 1, ${at})
          on conflict do nothing returning revision`
      : await transaction`
          update followed_file
          set path = ${path}, state = ${state}, revision = revision + 1, followed_at = ${at}
          where organization_id = ${organizationId} and source = ${source}
            and revision = ${revision}
          returning revision`
  return saved.length > 0
}
