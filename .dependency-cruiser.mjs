/** Who may import whom: the house's import rules (docs/architecture.md), checked on every run. */
const nouns = [
  'roster',
  'calls',
  'intake',
  'reflections',
  'balance',
  'recognition',
  'coaching',
  'learning',
  'floor',
  'outgoing',
]
const anyNoun = nouns.join('|')

const error = (name, from, to) => ({ name, severity: 'error', from, to })

const nounsLeanLeft = nouns
  .slice(0, -1)
  .map((noun, place) =>
    error(
      `shared-${noun}-leans-left`,
      { path: `^shared/${noun}/` },
      { path: `^shared/(${nouns.slice(place + 1).join('|')})/` },
    ),
  )

export default {
  forbidden: [
    error('no-cycles', {}, { circular: true }),
    error('shared-stands-alone', { path: '^shared/' }, { path: '^(server|web|test)/' }),
    error(
      'shared-is-pure',
      { path: '^shared/' },
      { path: 'node_modules', pathNot: 'node_modules/typebox' },
    ),
    error('shared-touches-no-machine', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    error(
      'server-and-web-are-strangers',
      { path: '^(server|web)/' },
      { path: '^(server|web)/', pathNot: '^$1/' },
    ),
    error('nothing-imports-tests', { pathNot: '^test/' }, { path: '^test/' }),
    error(
      'server-nouns-meet-only-at-tables',
      { path: `^server/(${anyNoun})/` },
      { path: `^server/(${anyNoun})/`, pathNot: ['^server/$1/', '/table\\.ts$'] },
    ),
    error(
      'demo-centre-knows-only-the-public-api',
      { path: '^server/demo-centre/' },
      { path: '^server/', pathNot: '^server/demo-centre/' },
    ),
    error(
      'only-stores-speak-sql',
      {
        path: '^server/',
        pathNot: ['-store\\.ts$', '/(rollup-|span-)?table\\.ts$', '^server/database/'],
      },
      { path: 'node_modules/(drizzle-orm|postgres)/' },
    ),
    error(
      'web-nouns-meet-only-in-pages',
      { path: `^web/(${anyNoun})/` },
      { path: `^web/(pages|${anyNoun})/`, pathNot: ['^web/$1/', '^web/roster/'] },
    ),
    error(
      'web-ui-knows-no-noun',
      { path: '^web/(ui|charts)/' },
      { path: ['^shared/', `^web/(pages|api|${anyNoun})/`], pathNot: '^shared/measure/' },
    ),
    error(
      'only-charts-draw',
      { path: '^web/', pathNot: '^web/charts/' },
      { path: 'node_modules/recharts' },
    ),
    error(
      'plumbing-knows-no-noun',
      { path: '^server/(http|database|config)' },
      { path: `^server/(${anyNoun})/`, pathNot: '/table\\.ts$' },
    ),
    ...nounsLeanLeft,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
