import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countings } from '../../shared/calls/countings.ts'
import { recordRefusalReasons } from '../../shared/calls/record-refusal.ts'
import * as words from '../../shared/calls/words.ts'
import { connectionKinds } from '../../shared/intake/connection.ts'
import { skills } from '../../shared/reflections/contract.ts'
import { keyScopes } from '../../shared/roster/key-scope.ts'
import { roles } from '../../shared/roster/role.ts'

const path = 'docs/glossary.md'
const glossary = existsSync(path) ? readFileSync(path, 'utf8') : ''

/** Closed words by the name of their list. */
const lists = Object.entries(words).flatMap(([name, list]): [string, readonly string[]][] =>
  Array.isArray(list) ? [[name, list as readonly string[]]] : [],
)

describe('the glossary', () => {
  it('is there', () => {
    expect(glossary.length).toBeGreaterThan(1000)
  })

  it.each<[string, readonly string[]]>([
    ...lists,
    ['roles', roles],
    ['what numbers count', countings],
    ['key scopes', keyScopes],
    ['skills', skills],
    ['reasons for refusing a record', recordRefusalReasons],
    ['kinds of connections', connectionKinds],
  ])('explains the closed words of %s', (_, closed) => {
    expect(closed.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([])
  })

  it('explains the nouns of the house', () => {
    const nouns = [
      ...['call', 'leg', 'chain', 'return', 'reflection', 'standing', 'watermark', 'feed'],
      ...['rep', 'team', 'alias', 'evidence', 'reference version', 'handle time', 'outcome'],
    ]
    const isTerm = (noun: string) => new RegExp(`\\*\\*${noun}\\*\\*`, 'i').test(glossary)
    expect(nouns.filter((noun) => !isTerm(noun))).toEqual([])
  })
})
