import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../../web/pages/entries-of.ts'
import { codeOf, sourcesIn } from './sources.ts'

const page = readFileSync('docs/balance.md', 'utf8')

/** What rehype-slug makes of headings: small letters, no marks, dashes for spaces, `-1` for a twin. */
function slugsOf(markdown: string): string[] {
  const times = new Map<string, number>()
  return headingsOf(markdown).map((heading) => {
    const slug = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-')
    const before = times.get(slug) ?? 0
    times.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before}`
  })
}

const headingsOf = (markdown: string): string[] =>
  markdown
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .flatMap((line) => /^#{1,6} +(.*\S)/.exec(line)?.[1] ?? [])

/** Names of entries that a file of the browser half leads to. */
const anchorsIn = (code: string): string[] =>
  [
    ...code.matchAll(/\banchor: *['"`]([^'"`]+)['"`]/g),
    ...code.matchAll(/paths\.numbers\}[^>]*?\bhash=['"]([^'"]+)['"]/g),
    ...code.matchAll(/<\w+[^>]*?\banchor=['"]([^'"]+)['"]/g),
  ].flatMap((found) => found[1] ?? [])

/** Entries that one entry leads to. */
const leadsIn = (markdown: string): string[] =>
  [...markdown.matchAll(/\]\(#([^)]+)\)/g)].flatMap((found) => found[1] ?? [])

describe('the page about the numbers', () => {
  const slugs = slugsOf(page)

  it('has every entry that a number leads to', () => {
    const named = sourcesIn('web').flatMap((source) =>
      anchorsIn(codeOf(source)).map((anchor) => ({ anchor, path: source.path })),
    )
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter(({ anchor }) => !slugs.includes(anchor))).toEqual([])
  })

  it('has every entry that another one leads to', () => {
    const leads = leadsIn(page)
    expect(leads.length).toBeGreaterThan(5)
    expect(leads.filter((lead) => !slugs.includes(lead))).toEqual([])
  })

  it('lists its parts under the addresses they have', () => {
    const parts = partsOf(page)
    expect(parts.length).toBeGreaterThan(5)
    expect(parts.map(({ slug }) => slug).filter((slug) => !slugs.includes(slug))).toEqual([])
  })

  it('has no two entries of one name', () => {
    expect(new Set(slugs).size).toBe(slugs.length)
  })
})

describe('the search for entries', () => {
  it('makes of headings what the page makes of them', () => {
    const markdown =
      '# One, two (3)\n\n```\n# none\n```\n\n## `A`–B\n\n## What it’s\n\n## What it’s\n'
    expect(slugsOf(markdown)).toEqual(['one-two-3', 'ab', 'what-its', 'what-its-1'])
  })

  it('finds names in explanations and in links', () => {
    const code =
      'const a = { anchor: \'expected\' }\n<TextLink to={paths.numbers} hash="standing" inherit>'
    expect(anchorsIn(code)).toEqual(['expected', 'standing'])
  })
})
