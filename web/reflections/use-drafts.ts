import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { browserStorage } from './browser-storage.ts'
import { draftStore, type Drafts, type DraftStore } from './draft-store.ts'

/** The signed-in person's unsaved reflections, also those another tab has just written. */
export function useDrafts(userId: string): { store: DraftStore; drafts: Drafts } {
  const store = useMemo(() => draftStore(browserStorage(), userId), [userId])
  useEffect(() => {
    const reload = () => {
      store.reload()
    }
    window.addEventListener('storage', reload)
    return () => {
      window.removeEventListener('storage', reload)
    }
  }, [store])
  return { store, drafts: useSyncExternalStore(store.subscribe, store.all) }
}
