import { type Adapter } from './adapter.ts'

/** Every adapter there is, in the order in which a file is shown to them. */
export const allAdapters: readonly Adapter[] = []
