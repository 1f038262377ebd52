import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL of this run of tests. */
    serverUrl: string
  }
}
