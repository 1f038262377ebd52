import { describe, expect, it } from 'vitest'
import { compileMapping } from '../../server/intake/compile-mapping.ts'
import { readMapping } from '../../server/intake/read-mapping.ts'
import { emptyDraft, fieldOf, withColumn } from '../../web/intake/columns/column-draft.ts'
import { guessColumns } from '../../web/intake/columns/guess-columns.ts'
import { mappingOf, missingIn } from '../../web/intake/columns/mapping-of.ts'
import { guessMomentFormat, momentFormats } from '../../web/intake/columns/moment-formats.ts'

const now = Date.parse('2026-04-01T00:00:00Z')
const about = { name: 'export.csv', delimiter: ';' }
const columns = ['Call No', 'Begin', 'Direction', 'Agent Name', 'Caller', 'Talk', 'Solved']
const rows = [
  ['1', '13.3.2026 9:14:05', 'in', 'Wanda', '030 901820', '4:10', 'yes'],
  ['2', '10.3.2026 9:20:00', 'out', 'Otto', '030 901821', '0:45', 'no'],
]

describe('how moments are written', () => {
  it.each([
    [['2026-03-02 09:14:05'], 'iso'],
    [['2026-03-02T09:14:05Z'], 'iso'],
    [['1772442845'], 'epoch seconds'],
    [['1772442845000'], 'epoch milliseconds'],
    [['13.3.2026 9:14:05', '1.3.2026 9:14:05'], 'D.M.YYYY H:mm:ss'],
    [['3/13/2026 9:14 PM'], 'M/D/YYYY h:mm A'],
    [['13/3/2026 9:14'], 'D/M/YYYY H:mm'],
  ])('%j is %s', (examples, format) => {
    expect(guessMomentFormat(examples)).toBe(format)
  })

  it.each([
    ['day and month could be either', ['3/4/2026 9:14']],
    ['nothing fits', ['next Tuesday']],
    ['two ways stand there', ['13.3.2026 9:14:05', '2026-03-02 09:14:05']],
    ['there is no example', []],
    ['all are empty', ['', ' ']],
  ])('is asked, not guessed, where %s', (_, examples) => {
    expect(guessMomentFormat(examples)).toBeNull()
  })

  it.each(momentFormats.map(({ format }) => [format]))('%s is known to the server', (format) => {
    const draft = { ...guessColumns(columns, rows), momentFormat: format }
    const given = { ...(mappingOf(draft, about) as object), zone: 'UTC' }
    expect(readMapping(given).problems).toEqual([])
  })
})

describe('columns', () => {
  const draft = guessColumns(columns, rows)

  it('are told by their names and first rows', () => {
    expect(draft).toMatchObject({
      columns: {
        ...{ externalId: 'Call No', startedAt: 'Begin', direction: 'Direction' },
        ...{ rep: 'Agent Name', customer: 'Caller', talkSeconds: 'Talk' },
        declaredResolution: 'Solved',
      },
      momentFormat: 'D.M.YYYY H:mm:ss',
      meanings: {
        direction: { in: 'inbound', out: 'outbound' },
        declaredResolution: { yes: 'resolved', no: 'not_resolved' },
      },
    })
  })

  it('become a mapping that reads their rows', () => {
    const mapping = { ...(mappingOf(draft, about) as object), zone: 'Europe/Berlin' }
    const read = readMapping(mapping)
    expect(read.problems).toEqual([])
    const outcome = compileMapping(read.mapping!, columns).read(rows[0]!, now)
    expect(outcome).toMatchObject({
      kind: 'record',
      record: {
        ...{ externalId: '1', startedAt: '2026-03-13T08:14:05Z', direction: 'inbound' },
        ...{ customer: '030 901820', declaredResolution: 'resolved' },
        legs: [{ rep: 'Wanda', talkSeconds: 250 }],
      },
    })
  })

  it('of day and time are the start together; a day alone is all of it', () => {
    const both = guessColumns(['Date', 'Time'], [['13.3.2026', '9:14:05']])
    expect(both.columns).toEqual({ startDay: 'Date', startTime: 'Time' })
    expect(both.momentFormat).toBe('D.M.YYYY H:mm:ss')
    const whole = guessColumns(['Date'], [['13.3.2026 9:14:05']])
    expect(whole.columns).toEqual({ startedAt: 'Date' })
  })

  it('without a number are told apart by start, rep and customer', () => {
    const unnumbered = withColumn(draft, 'Call No', null)
    const { call } = mappingOf(unnumbered, about) as { call: { externalId: unknown } }
    expect(call.externalId).toEqual({
      firstOf: [
        { template: '{Begin} {Agent Name} {Caller}' },
        { template: '{Begin} {Caller}' },
        { template: '{Begin}' },
      ],
    })
  })

  it('are not read before their start and how it is written were said', () => {
    expect(missingIn(draft)).toEqual([])
    expect(missingIn({ ...draft, momentFormat: null })).toEqual(['format'])
    expect(missingIn(withColumn(draft, 'Begin', 'startDay'))).toEqual(['start'])
    expect(missingIn({ ...emptyDraft, text: '{}' })).toEqual([])
  })

  it('keep zone and country with the mapping that is saved', () => {
    const mapping = mappingOf(draft, { ...about, zone: 'Europe/Berlin', country: 'DE' })
    expect(mapping).toMatchObject({ zone: 'Europe/Berlin', country: 'DE' })
  })

  it('are one thing each, and a thing is one column', () => {
    const moved = withColumn(draft, 'Agent Name', 'customer')
    expect(fieldOf(moved, 'Agent Name')).toBe('customer')
    expect(fieldOf(moved, 'Caller')).toBeNull()
    expect(moved.columns.rep).toBeUndefined()
  })

  describe('of words', () => {
    const named = ['Begin', 'Direction', 'Lost', 'Solved']
    const seen = [
      ['13.3.2026 9:14:05', ' out ', 'yes', 'perhaps'],
      ['13.3.2026 9:15:05', 'callback', 'no', 'yes'],
    ]
    const asked = { ...guessColumns(named, seen), direction: 'internal' as const }

    /** What becomes of a row by the mapping. */
    function read(draft: typeof asked, ...cells: string[]) {
      const { mapping, problems } = readMapping({
        ...(mappingOf(draft, about) as object),
        zone: 'UTC',
      })
      expect(problems).toEqual([])
      return compileMapping(mapping!, named).read(['13.3.2026 9:16:05', ...cells], now)
    }
    const recordOf = (...cells: string[]) => {
      const outcome = read(asked, ...cells)
      return outcome.kind === 'record' ? outcome.record : outcome
    }

    it('are as somebody said; those left open are not known, or the usual direction', () => {
      expect(asked.meanings).toEqual({
        direction: { out: 'outbound', callback: '' },
        abandoned: { yes: 'true', no: 'false' },
        declaredResolution: { perhaps: '', yes: 'resolved' },
      })
      expect(recordOf(' out ', 'no', 'yes')).toMatchObject({
        ...{ direction: 'outbound', abandoned: false, declaredResolution: 'resolved' },
      })
      expect(recordOf('callback', 'yes', 'perhaps')).toMatchObject({
        ...{ direction: 'internal', abandoned: true, declaredResolution: null },
      })
    })

    it('may be empty, or the field’s own', () => {
      expect(recordOf('', '', '')).toMatchObject({
        ...{ direction: 'internal', abandoned: null, declaredResolution: null },
      })
      expect(recordOf('inbound', 'true', 'not_resolved')).toMatchObject({
        ...{ direction: 'inbound', abandoned: true, declaredResolution: 'not_resolved' },
      })
    })

    it.each([
      ['direction', 'outward', 'yes', 'yes'],
      ['abandoned', 'out', 'rather', 'yes'],
      ['declaredResolution', 'out', 'yes', 'later'],
    ])('that nobody was asked about refuse their row by name: %s', (field, ...cells) => {
      const outcome = read(asked, ...cells)
      expect(outcome).toMatchObject({ kind: 'refused', field })
      expect(outcome.kind === 'refused' && outcome.message).toContain('list it in the map')
    })

    it('of which none was explained are not known, whatever comes', () => {
      const open = { ...asked, meanings: { ...asked.meanings, declaredResolution: { yes: '' } } }
      expect(read(open, 'out', 'no', 'later')).toMatchObject({
        record: { declaredResolution: null },
      })
    })
  })

  it('may be described by hand; what is no JSON is refused by the server, not lost', () => {
    const written = { ...emptyDraft, text: '{"language":' }
    expect(mappingOf(written, about)).toBe('{"language":')
    expect(mappingOf({ ...emptyDraft, text: '{"language":1}' }, about)).toEqual({ language: 1 })
  })
})
