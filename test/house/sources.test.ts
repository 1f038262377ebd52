import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeOf, sourcesIn } from './sources.ts'

const houses = ['shared', 'server', 'web'] as const
const sources = houses.flatMap((house) => sourcesIn(house))
const using = (pattern: RegExp, within = /./) =>
  sources
    .filter(({ path }) => within.test(path))
    .filter((source) => pattern.test(codeOf(source)))
    .map(({ path }) => path)

describe('shared is pure', () => {
  it.each([
    ['no clock', /Date\.now|new Date\(\)|performance\.|setTimeout|setInterval|Temporal\.Now/],
    ['no chance', /Math\.random|randomUUID|getRandomValues/],
    [
      'no machine',
      /\bprocess\.|from 'node:|\bfetch\(|\bconsole\b|globalThis|localStorage|\bdocument\./,
    ],
  ])('%s', (_, pattern) => {
    expect(using(pattern, /^shared\//)).toEqual([])
  })
})

describe('what only one file does', () => {
  it('server/config.ts reads the environment', () => {
    expect(using(/process\.env|import\.meta\.env/)).toEqual(['server/config.ts'])
  })

  it('server/clock.ts reads the clock of the server', () => {
    const clock = /Date\.now|new Date\(\)|Temporal\.Now/
    expect(using(clock, /^server\//)).toEqual(['server/clock.ts'])
  })

  it('web/main.tsx reads the clock of the browser', () => {
    const clock = /Date\.now|new Date\(\)|Temporal\.Now|[^.]\bdayjs\(\)/
    expect(using(clock, /^web\//)).toEqual(['web/main.tsx'])
  })
})

describe('the size of files', () => {
  const sizes = sources.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))]!

  it('is at most 300 lines for each', () => {
    const files = [...sources, ...sourcesIn('test'), ...sourcesIn('web', /\.css$/)]
    expect(files.filter(({ lines }) => lines > 300).map(({ path }) => path)).toEqual([])
  })

  it('is at most 60 in the middle and 180 for nine of ten', () => {
    expect(at(0.5)).toBeLessThanOrEqual(60)
    expect(at(0.9)).toBeLessThanOrEqual(180)
  })
})

describe('names', () => {
  it('say what a thing is', () => {
    const empty = /(^|[-/])(utils?|helpers?|misc|common|managers?|services?|types|constants)[./]/
    expect(sources.filter(({ path }) => empty.test(path)).map(({ path }) => path)).toEqual([])
  })

  it('are not those of barrels', () => {
    const barrels = sources.filter(({ path }) => /\/index\.tsx?$/.test(path))
    expect(barrels).toEqual([])
  })

  it('of folders are nouns that stand in every house in the same words', () => {
    const nouns = new Set([
      ...['roster', 'calls', 'intake', 'reflections', 'balance', 'recognition', 'coaching'],
      ...['learning', 'floor', 'outgoing'],
    ])
    const others = {
      shared: ['measure', 'wire'],
      server: ['http', 'database', 'command-line', 'demo-centre'],
      web: ['api', 'pages', 'charts', 'ui', 'public'],
    }
    for (const house of houses) {
      const folders = new Set(
        sources
          .filter(({ path }) => path.startsWith(`${house}/`) && path.split('/').length > 2)
          .map(({ path }) => path.split('/')[1]!),
      )
      const strange = [...folders].filter(
        (name) => !nouns.has(name) && !others[house].includes(name),
      )
      expect(strange).toEqual([])
    }
  })
})

describe.skipIf(!existsSync('.git'))('what is committed', () => {
  const files = existsSync('.git')
    ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)
    : []

  it('holds no data of others: only what was written here', () => {
    const data = /\.(csv|tsv|txt|gz|zip|xlsx?|parquet|ndjson|jsonl|sqlite|db|dump)$/i
    expect(files.filter((file) => data.test(file))).toEqual([])
  })

  it('holds nothing that is built or kept by a machine', () => {
    const made = /^(node_modules|dist|coverage|reports|\.data|\.stryker-tmp)\//
    expect(files.filter((file) => made.test(file))).toEqual([])
  })
})
