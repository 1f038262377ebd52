import { defineConfig } from 'vitest/config'

/** Tests that need a database are named db-*; journeys need the built pages and a browser too. */
const database = 'test/*/db-*.test.ts'
/** Puts another module in a module's place, for itself alone. */
const replacing = 'test/intake/db-wizard-adapter.test.ts'
const journeys = 'test/journeys/**/*.test.ts'
const oneDatabase = ['test/world/one-database.ts']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [database, journeys],
          // They share nothing but what they import, which is read once for all of them.
          isolate: false,
          // Properties over whole files take their time on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [database],
          exclude: [replacing],
          // Each file has a database of its own, and what they import is read once for all of them.
          isolate: false,
          globalSetup: oneDatabase,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'replacing',
          include: [replacing],
          globalSetup: oneDatabase,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: [journeys],
          globalSetup: [...oneDatabase, 'test/journeys/built-pages.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
