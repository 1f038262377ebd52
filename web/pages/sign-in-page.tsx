import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import * as roster from '../../shared/roster/contract.ts'
import { ask } from '../api/ask.ts'
import { paths } from '../paths.ts'
import { DemoSignIns } from '../roster/demo-sign-ins.tsx'
import { Door } from '../roster/door.tsx'
import { SignInForm } from '../roster/sign-in-form.tsx'
import { doorWords } from '../roster/words.ts'

export function SignInPage() {
  const { then = paths.home } = useSearch({ from: '/door/sign-in' })
  const setup = useQuery(ask(roster.setup))
  if (setup.data?.needsFirstAdmin) return <Navigate to={paths.firstRun} replace />
  return (
    <Door title={doorWords.signIn} lead={doorWords.signInLead}>
      <SignInForm then={then} />
      <DemoSignIns people={setup.data?.demoSignIns ?? []} then={then} />
    </Door>
  )
}
