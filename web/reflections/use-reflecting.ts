import { useDrafts } from './use-drafts.ts'
import { useSendDrafts } from './use-send-drafts.ts'

/** Everything a page needs to let the signed-in person reflect: drafts, and how to send them. */
export function useReflecting(userId: string) {
  const { store, drafts } = useDrafts(userId)
  return { store, drafts, ...useSendDrafts(store, drafts) }
}

export type Reflecting = ReturnType<typeof useReflecting>
