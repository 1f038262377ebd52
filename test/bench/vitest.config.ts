import { defineConfig } from 'vitest/config'

/** What runs against planted mistakes: the tests of the numbers, with time to run them slowly. */
export default defineConfig({
  test: {
    include: ['test/balance/pure-*.test.ts', 'test/balance/vectors/*.test.ts'],
    testTimeout: 60_000,
  },
})
