import { defineConfig } from 'vitest/config'

/** Tests that need a database are named db-*; journeys need the built pages and a browser too. */
const database = 'test/*/db-*.test.ts'
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
