import { type Role } from './role.ts'

/**
 * Who is asking. Signed-in people carry their role; an API key with the scope `read` sees what
 * an administrator sees.
 */
export type Viewer = {
  organizationId: number
  role: Role
  /** The rep this person is, where they are one. */
  repId: number | null
  /** Teams this person leads, by id. */
  teamIds: readonly number[]
}

/** Which reps' calls a viewer may see: everybody's of the organization, some teams', or one rep's. */
export type Sight =
  | { organizationId: number; reps: 'all' }
  | { organizationId: number; reps: 'of_teams'; teamIds: readonly number[] }
  | { organizationId: number; reps: 'one'; repId: number }
  | { organizationId: number; reps: 'none' }

/**
 * The one place that says who may see whom: a rep their own calls, a supervisor the reps of
 * the teams they lead, an admin the organization, a floor display no person at all. Every
 * question narrows its rows by this value; nobody ever sees another organization.
 */
export function sightOf(viewer: Viewer): Sight {
  const { organizationId } = viewer
  switch (viewer.role) {
    case 'admin':
      return { organizationId, reps: 'all' }
    case 'supervisor':
      return { organizationId, reps: 'of_teams', teamIds: viewer.teamIds }
    case 'rep':
      return viewer.repId === null
        ? { organizationId, reps: 'none' }
        : { organizationId, reps: 'one', repId: viewer.repId }
    case 'floor':
      return { organizationId, reps: 'none' }
  }
}

/** May this viewer see this rep's calls, words and standing? */
export function mayRead(sight: Sight, rep: { id: number; teamId: number | null }): boolean {
  switch (sight.reps) {
    case 'all':
      return true
    case 'of_teams':
      return rep.teamId !== null && sight.teamIds.includes(rep.teamId)
    case 'one':
      return sight.repId === rep.id
    case 'none':
      return false
  }
}
