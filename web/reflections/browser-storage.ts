import { type DraftStorage } from './draft-store.ts'

/** Where the browser forbids storage altogether, nothing lasts, and writing says so by throwing. */
const nothingLasts: DraftStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  removeItem: () => undefined,
  setItem: () => {
    throw new Error('This browser stores nothing.')
  },
}

export function browserStorage(): DraftStorage {
  try {
    return window.localStorage
  } catch {
    return nothingLasts
  }
}
