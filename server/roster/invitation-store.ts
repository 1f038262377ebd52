import { and, eq, gt, isNull } from 'drizzle-orm'
import { type Role } from '../../shared/roster/role.ts'
import { type Database } from '../database/connect.ts'
import { invitation, organization } from './table.ts'

export type InvitationRow = {
  organizationId: number
  organization: string
  email: string
  role: Role
  teamIds: number[]
  repId: number | null
}

export async function insertInvitation(
  database: Database,
  given: Omit<InvitationRow, 'organization'> & { tokenHash: string; expiresAt: Date },
): Promise<void> {
  await database.tables.insert(invitation).values(given)
}

const isOpen = (tokenHash: string, now: Date) =>
  and(
    eq(invitation.tokenHash, tokenHash),
    isNull(invitation.acceptedAt),
    gt(invitation.expiresAt, now),
  )

export async function findOpenInvitation(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<InvitationRow | null> {
  const [found] = await database.tables
    .select({
      organizationId: invitation.organizationId,
      organization: organization.name,
      email: invitation.email,
      role: invitation.role,
      teamIds: invitation.teamIds,
      repId: invitation.repId,
    })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(isOpen(tokenHash, now))
  return found ?? null
}

/** Takes the invitation; of two who try at once, one gets true. */
export async function takeInvitation(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<boolean> {
  const taken = await database.tables
    .update(invitation)
    .set({ acceptedAt: now })
    .where(isOpen(tokenHash, now))
    .returning({ id: invitation.id })
  return taken.length > 0
}
