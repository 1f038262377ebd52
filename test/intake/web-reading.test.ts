import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { silentHoursLimit, silentSince } from '../../shared/intake/silence.ts'
import { isCountry } from '../../server/intake/caller-number.ts'
import { allAdapters } from '../../server/intake/adapters/all-adapters.ts'
import { zoneClock } from '../../server/intake/mapping/zone-clock.ts'
import { readSearchText, writeSearchText } from '../../web/api/search-text.ts'
import { systemOf, systems } from '../../web/intake/connections/systems.ts'
import { type ImportSearch, readImportSearch } from '../../web/intake/import-search.ts'
import {
  besideLogs,
  choiceOf,
  orderOf,
  readerKey,
  type Recognized,
  searchOfReader,
  searchWith,
} from '../../web/intake/reading/choice.ts'
import { countries, timeZones } from '../../web/intake/reading/places.ts'
import { previewedCall } from '../../web/intake/reading/previewed-call.ts'
import { readDraft } from '../../web/intake/reading/reading-draft.ts'
import { siteFieldsOf } from '../../web/intake/reading/site-names.ts'
import { ruleName, ruleNames } from '../../web/intake/rule-words.ts'

/** The steps name the address of the page that shows them. */
vi.hoisted(() => {
  vi.stubGlobal('location', { origin: 'https://wellspent.example' })
})

const recognized = (says: Partial<Recognized> = {}): Recognized => ({
  ...{ kind: 'adapter', name: 'asterisk-queue-log', title: 'Asterisk queue_log', confidence: 1 },
  ...{ encoding: 'utf-8', delimiter: null, needsTimeZone: false, columns: [], rows: [] },
  ...{ sheets: [], sheet: null, mapping: null, missing: [], warnings: [], problem: null },
  ...{ fitting: [], ...says },
})

const before = {
  ...{ source: 'asterisk:main', reader: 'asterisk-queue-log', timeZone: 'Europe/Berlin' },
  ...{ country: 'DE', names: [], updatedAt: '2026-03-02T09:00:00Z' },
}
const readers = [
  { kind: 'adapter' as const, name: 'asterisk-queue-log', title: 'A', needsTimeZone: false },
  { kind: 'preset' as const, name: 'five9', title: 'Five9', needsTimeZone: true },
]

describe('how a file is read', () => {
  it('is as it was recognized, and of the source that was read that way before', () => {
    const known = { recognized: recognized(), readers, settings: [before] }
    expect(choiceOf({}, known)).toMatchObject({
      ...{ by: 'adapter', name: 'asterisk-queue-log', source: 'asterisk:main', asksZone: false },
      remembered: { timeZone: 'Europe/Berlin' },
    })
    expect(choiceOf({}, { ...known, settings: [] }).source).toBe('asterisk-queue-log')
  })

  it('is as the address says, where it says so', () => {
    const known = { recognized: recognized(), readers, settings: [before] }
    const search = { by: 'preset', name: 'five9', source: 'five9:main', zone: 'UTC' } as const
    expect(choiceOf(search, known)).toMatchObject({
      ...{ by: 'preset', name: 'five9', source: 'five9:main', zone: 'UTC', asksZone: true },
      remembered: null,
    })
  })

  it('is a saved mapping where one fits, else by columns that are described', () => {
    const needed = { kind: 'mapping_needed', name: null, needsTimeZone: true } as const
    const of = (fitting: Recognized['fitting']) =>
      choiceOf({}, { recognized: recognized({ ...needed, fitting }), readers, settings: [] })
    expect(of([{ id: 3, name: 'Old PBX' }])).toMatchObject({ by: 'saved_mapping', mappingId: 3 })
    expect(of([])).toMatchObject({ by: 'mapping', source: '', asksZone: true })
  })

  it('is told to the server without what was left open', () => {
    const choice = choiceOf({}, { recognized: recognized(), readers, settings: [before] })
    const names = { issue: ' dialled ', callers: ' ' }
    const order = orderOf(choice, { mapping: {}, names, cdrs: [] })
    expect(order).toEqual({
      ...{ by: 'adapter', name: 'asterisk-queue-log', source: 'asterisk:main' },
      names: [{ what: 'issue', name: 'dialled' }],
    })
  })

  it('is beside CDRs where it is a queue_log, and nothing else', () => {
    const order = (search: ImportSearch) => {
      const known = { recognized: recognized(), readers, settings: [] }
      return orderOf(choiceOf(search, known), { mapping: {}, names: {}, cdrs: [5] })
    }
    expect(order({}).cdrs).toEqual([5])
    expect(order({ by: 'preset', name: 'five9' })).not.toHaveProperty('cdrs')
  })

  it('has CDRs beside it that came with a queue_log, and reads all else the same way', () => {
    const chosen = (...names: (string | null)[]) =>
      besideLogs(names.map((name, id) => ({ id, recognized: recognized({ name }) })))
    const [log, cdrs] = ['asterisk-queue-log', 'asterisk-cdr']
    expect(chosen(cdrs, log, log)).toEqual({ files: [1, 2], cdrs: [0] })
    expect(chosen(cdrs, cdrs)).toEqual({ files: [0, 1], cdrs: [] })
    expect(chosen(log, 'aircall-csv', null)).toEqual({ files: [0, 1, 2], cdrs: [] })
    const preset = { id: 9, recognized: recognized({ kind: 'preset', name: log }) }
    const alone = { id: 8, recognized: recognized({ name: cdrs }) }
    expect(besideLogs([preset, alone])).toEqual({ files: [9, 8], cdrs: [] })
  })

  it.each(['adapter:3cx-v20', 'preset:five9', 'saved_mapping:12', 'mapping'])(
    '%s comes back as it was chosen',
    (key) => {
      const search = readImportSearch(searchOfReader(key))
      const known = { recognized: recognized(), readers, settings: [] }
      expect(readerKey(choiceOf(search, known))).toBe(key)
    },
  )

  it('changed, ends what was tried before', () => {
    const search = { files: [1], by: 'preset', name: 'five9', runs: [4] } as const
    const changed = searchWith({ ...search, files: [1], runs: [4] }, { zone: 'UTC' })
    expect(changed).toEqual({ files: [1], by: 'preset', name: 'five9', zone: 'UTC' })
  })
})

describe('the address of an import', () => {
  it('says the same after it was written and read', () => {
    const search = { files: [3, 12], cdrs: [4], by: 'adapter', name: 'x', sheet: 'Süd & Nord' }
    const more = { ...search, runs: [7] }
    expect(readImportSearch(readSearchText(writeSearchText(more)))).toEqual(more)
    expect(readImportSearch({ ...search, cdrs: [4, 12] })).toEqual(search)
  })

  it('is read whatever somebody typed', () => {
    const any = fc.dictionary(
      fc.constantFrom('files', 'cdrs', 'by', 'mapping', 'zone', 'runs'),
      fc.anything(),
    )
    fc.assert(
      fc.property(any, (search) => {
        const once = readImportSearch(search)
        expect(readImportSearch(once)).toEqual(once)
      }),
    )
  })
})

describe('a record of a preview', () => {
  const field = (name: string, value: string) => ({ field: name, value })
  const leg = [field('legs.0.rep', 'Kim'), field('legs.0.talkSeconds', '250')]

  it('says what became of it before its times, and of a customer the ending alone', () => {
    const call = previewedCall([
      ...[field('startedAt', '2026-03-02T09:00:00Z'), field('customer', '+4930901820')],
      ...[field('queueSeconds', '12'), ...leg],
    ])
    expect(call).toMatchObject({ reps: ['Kim'], customerEnds: '1820', queue: null })
    expect(call.became).toMatch(/pending/)
    expect(call.times).toEqual(['talk 4 min 10 s', 'waited 12 s'])
  })

  it('takes nothing unknown for nothing', () => {
    const times = (fields: typeof leg) => previewedCall(fields).times
    expect(times([field('legs.0.rep', 'Kim')])).toEqual(['times not known'])
    expect(times([...leg, field('legs.1.rep', 'Lee')])).toEqual(['times not known'])
    expect(times([...leg, field('legs.0.holdSeconds', '0')])).toContain('hold 0 s')
  })

  it.each([
    [[field('abandoned', 'true')], 'Left before anybody answered'],
    [[field('direction', 'inbound')], 'No rep took it'],
    [[...leg, field('declaredResolution', 'resolved')], 'Resolved, as the rep says'],
  ])('of %j became: %s', (fields, became) => {
    expect(previewedCall(fields).became).toBe(became)
  })
})

describe('words', () => {
  const sources = readdirSync('server/intake/adapters', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('server/intake/adapters', path), 'utf8'))

  it('stand for every rule by which an adapter passes something over', () => {
    const named = /ignored\(\s*'([a-z_]+)'|kind: '(?:other|ignored)', rule: '([a-z_]+)'/g
    const rules = new Set(
      sources.flatMap((text) => [...text.matchAll(named)].map(([, a, b]) => a ?? b ?? '')),
    )
    expect(rules.size).toBeGreaterThan(12)
    expect([...rules].filter((rule) => !Object.hasOwn(ruleNames, rule))).toEqual([])
  })

  it('stand for no rule that nobody counts by', () => {
    const all = sources.join('\n')
    expect(Object.keys(ruleNames).filter((rule) => !all.includes(`'${rule}'`))).toEqual([])
  })

  it('leave the rules of a mapping as they are named', () => {
    expect(ruleName('part after a transfer')).toBe('part after a transfer')
    expect(ruleName('constructor')).toBe('constructor')
  })
})

describe('what a site names', () => {
  const named = ['asterisk-queue-log', 'amazon-connect', 'genesys-cloud', 'aircall-webhooks']

  it.each([...named, '3cx-v20', 'freeswitch'])('is asked of %s, and read by it', (adapter) => {
    expect(allAdapters.some(({ name }) => name === adapter)).toBe(true)
    const folder = 'docs/intake'
    const docs = readdirSync(folder).map((page) => readFileSync(join(folder, page), 'utf8'))
    const fields = siteFieldsOf(adapter)
    expect(fields.length).toBeGreaterThan(1)
    const unknown = fields.filter(({ what }) => !docs.some((page) => page.includes(`\`${what}\``)))
    expect(unknown).toEqual([])
  })
})

describe('the steps of a phone system', () => {
  it.each(systems.map((system) => [system.key, system] as const))(
    'of %s are whole',
    (_, system) => {
      const place = { address: 'https://wellspent.example/api/intake/7/x', secret: 'the-secret' }
      const said = JSON.stringify([...system.before, ...system.after(place)])
      expect(systemOf(system.key)).toBe(system)
      if (system.kind === null) expect(system.before.length).toBeGreaterThan(1)
      else expect(said).toContain(place.address)
      if (system.kind !== null && system.givesSecret === undefined) {
        expect(said).toContain(place.secret)
      }
    },
  )
})

describe('places', () => {
  it('to choose are countries with numbers', () => {
    const codes = countries.map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['DE', 'GB', 'US', 'IE', 'XK']))
    // Browsers name some more or less; what the server does not know it refuses in words.
    expect(codes.filter((code) => !isCountry(code)).length).toBeLessThanOrEqual(3)
    expect(codes.length).toBeGreaterThan(200)
    expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length)
  })

  it('to choose are zones the server knows', () => {
    expect(timeZones.length).toBeGreaterThan(300)
    for (const zone of timeZones) expect(() => zoneClock(zone)).not.toThrow()
  })
})

describe('a kept draft', () => {
  it.each([[null], ['{'], ['[]'], ['{"columns":3,"names":{"a":1}}'], ['"x"']])(
    'of %j is none',
    (text) => {
      expect(readDraft(text)).toEqual({ columns: null, names: {} })
    },
  )

  it('comes back', () => {
    const draft = { columns: { columns: { rep: 'Agent' } }, names: { issue: 'dialled' } }
    expect(readDraft(JSON.stringify(draft))).toMatchObject(draft)
  })
})

describe('a source', () => {
  const lastReceivedAt = '2026-03-02T09:00:00.000Z'
  const at = (hours: number) => Date.parse(lastReceivedAt) + hours * 3_600_000

  it('is silent once nothing came for longer than the limit', () => {
    const feed = { lastReceivedAt, isEnded: false }
    expect(silentSince(feed, at(silentHoursLimit))).toBeNull()
    expect(silentSince(feed, at(silentHoursLimit) + 1)).toBe(lastReceivedAt)
  })

  it('that has ended, or never sent, is not waited for', () => {
    expect(silentSince({ lastReceivedAt, isEnded: true }, at(1_000))).toBeNull()
    expect(silentSince({ lastReceivedAt: null, isEnded: false }, at(1_000))).toBeNull()
  })
})
