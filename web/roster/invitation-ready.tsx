import type * as roster from '../../shared/roster/contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { CopyField } from '../ui/copy-field.tsx'
import { Instant } from '../ui/instant.tsx'
import { peopleWords } from './words.ts'

/** The link to hand over, whole, because it is opened elsewhere. */
export function InvitationReady({
  invitation,
  email,
}: {
  invitation: ReplyOf<typeof roster.invite>
  email: string
}) {
  const link = new URL(invitation.path, location.origin).href
  return (
    <div role="status">
      <CopyField label={peopleWords.ready(email)} value={link} />
      <p>
        {peopleWords.until} <Instant at={invitation.expiresAt} />.
      </p>
    </div>
  )
}
