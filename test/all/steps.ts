/** One thing that `pnpm test` runs: a program of ours or of a package, and how it is counted. */
export type Step = {
  name: string
  /** Arguments for node. */
  node: readonly string[]
  /** Whether it counts as one check, or as as many as vitest has tests. */
  counts: 'once' | 'each test'
}

const bin = (path: string): string => `node_modules/${path}`

const check = (name: string, ...node: string[]): Step => ({ name, node, counts: 'once' })

const typeScript = (part: string): Step =>
  check(`types of ${part}`, bin('typescript/bin/tsc'), '-p', part)

const vitest = (name: string, ...projects: string[]): Step => ({
  name,
  node: [
    ...[bin('vitest/vitest.mjs'), 'run'],
    ...projects.flatMap((project) => ['--project', project]),
  ],
  counts: 'each test',
})

/** In the order they begin: the longest first. */
export const checks: readonly Step[] = [
  check('style', bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'),
  check('format', bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  ...['shared', 'server', 'web', 'test'].map(typeScript),
  check(
    'who imports whom',
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.mjs', 'shared', 'server', 'web', 'test'],
  ),
  check('nothing unused', bin('knip/bin/knip.js'), '--no-progress'),
  check('pages', '--import', 'tsx', 'web/build.ts'),
]

export const tests: readonly Step[] = [
  vitest('tests', 'pure', 'database', 'replacing'),
  vitest('journeys in a browser', 'journeys'),
]
