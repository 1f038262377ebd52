import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import * as roster from '../../shared/roster/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { paths } from '../paths.ts'
import { Door } from '../roster/door.tsx'
import { FirstAdminForm } from '../roster/first-admin-form.tsx'
import { doorWords } from '../roster/words.ts'

export function FirstRunPage() {
  const setup = useQuery(ask(roster.setup))
  return (
    <Door title={doorWords.firstRun} lead={doorWords.firstRunLead}>
      <Answer to={setup}>
        {({ needsFirstAdmin, needsCode }) =>
          needsFirstAdmin ? (
            <FirstAdminForm needsCode={needsCode} />
          ) : (
            <Navigate to={paths.signIn} search={{}} replace />
          )
        }
      </Answer>
    </Door>
  )
}
