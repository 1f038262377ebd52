import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import * as roster from '../../shared/roster/contract.ts'
import { ask } from '../api/ask.ts'
import { Failure } from '../api/failure.tsx'
import { paths } from '../paths.ts'
import { Door } from '../roster/door.tsx'
import { JoinForm } from '../roster/join-form.tsx'
import { doorWords, roleNames } from '../roster/words.ts'
import { TextLink } from '../ui/link.tsx'
import { Loading } from '../ui/loading.tsx'

/** Where an invitation's link leads. */
export function JoinPage() {
  const { token } = useParams({ from: '/door/join/$token' })
  const invitation = useQuery(ask(roster.invitation, { params: { token } }))
  if (invitation.data) {
    const { organization, email, role } = invitation.data
    return (
      <Door title={doorWords.join(organization)} lead={doorWords.joinLead(email, roleNames[role])}>
        <JoinForm token={token} email={email} />
      </Door>
    )
  }
  return (
    <Door title={doorWords.joinFallback}>
      {invitation.error ? <Failure error={invitation.error} /> : <Loading lines={3} />}
      <p>
        <TextLink to={paths.signIn} search={{}}>
          {doorWords.toSignIn}
        </TextLink>
      </p>
    </Door>
  )
}
