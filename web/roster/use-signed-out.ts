import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { paths } from '../paths.ts'

/** After signing out nothing of this person stays in the browser's memory. */
export function useSignedOut(): () => Promise<void> {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    client.clear()
    await navigate({ to: paths.signIn, search: {} })
  }
}
