import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMapping } from '../../server/intake/read-mapping.ts'
import { smallMapping } from './reading.ts'

const written = { column: 'x', formats: ['H:mm:ss'] }
const local = { column: 'at', formats: ['YYYY-MM-DD HH:mm'] }
const callWithoutId = { startedAt: smallMapping.call.startedAt }

/** Problems of the small mapping with other things in it. */
const sentences = (extra: object) =>
  readMapping({ ...smallMapping, ...extra }).problems.map(({ message }) => message)
const inCall = (call: object, extra: object = {}) =>
  sentences({ ...extra, call: { ...smallMapping.call, ...call } })

describe('the mappings that come with the product', () => {
  it.each(readdirSync('docs/mappings').filter((name) => name.endsWith('.json')))('%s', (name) => {
    const value: unknown = JSON.parse(readFileSync(`docs/mappings/${name}`, 'utf8'))
    expect(readMapping(value)).toEqual({ mapping: value, problems: [] })
  })
})

describe('a mapping of the wrong shape', () => {
  it('is no object', () => {
    for (const value of [null, 'x', [], 7]) {
      expect(readMapping(value).problems).toEqual([
        { field: '', message: 'A mapping must be a JSON object.' },
      ])
    }
  })

  it('lacks a field, has one too many, or the wrong word: each is named, all at once', () => {
    expect(
      sentences({
        zoen: 'UTC',
        language: 2,
        file: { delimiter: 'x' },
        call: { ...callWithoutId, direction: { constant: 'in', note: 7 } },
      }),
    ).toEqual([
      'zoen is not an option here; correct its name or remove it.',
      'language must be 1.',
      'file.delimiter must be one of "auto", ",", ";", "\\t", "|".',
      'call.externalId is missing; a mapping needs it.',
      'call.direction.constant must be one of "inbound", "outbound", "internal".',
      'call.direction.note must be string; correct it.',
    ])
  })

  it('maps to a word that is none', () => {
    expect(inCall({ declaredResolution: { column: 'r', map: { 'a/b': 'yes' } } })).toEqual([
      'call.declaredResolution.map.a/b must be one of "resolved", "not_resolved".',
    ])
  })
})

describe('a mapping that contradicts itself', () => {
  it.each<[string, string[], string[]]>([
    [
      'no origin',
      inCall({ queue: {} }),
      ['call.queue needs exactly one of column, template, constant (or firstOf).'],
    ],
    [
      'two origins',
      inCall({ queue: { column: 'a', constant: 'b' } }),
      ['call.queue needs exactly one of column, template, constant (or firstOf).'],
    ],
    [
      'an option of another origin',
      inCall({
        queue: { constant: 'b', map: { b: 'c' } },
        queueSeconds: { ...written, since: 'startedAt' },
      }),
      [
        'call.queue.map has no meaning beside constant; remove one of the two.',
        'call.queueSeconds needs exactly one of column, template, since (or firstOf).',
      ],
    ],
    [
      'something beside firstOf',
      inCall({ queue: { column: 'a', firstOf: [{ column: 'a' }, { column: 'b' }] } }),
      ['call.queue has column beside firstOf; move it into each entry of firstOf.'],
    ],
    [
      'otherwise without a map',
      inCall({ queue: { column: 'a', otherwise: null } }),
      ['call.queue.otherwise needs a map beside it; it is for what the map does not list.'],
    ],
    [
      'a template without a column, and one with a brace too many',
      inCall({ queue: { template: 'a' }, issue: { template: '{a} {' } }),
      [
        'call.queue.template names no column; write {column name} for each.',
        'call.issue.template has a brace too many; braces enclose column names and nothing else.',
      ],
    ],
    [
      'a test that asks nothing, and one that asks twice',
      inCall({
        queue: { constant: 'a', when: [{ column: 'x' }, { column: 'x', is: ['1'], isNot: ['2'] }] },
      }),
      [
        'call.queue.when.0 needs exactly one of is, isNot, matches, sameAs and differsFrom.',
        'call.queue.when.1 needs exactly one of is, isNot, matches, sameAs and differsFrom.',
      ],
    ],
    [
      'patterns that are none',
      sentences({ nullPatterns: ['('], columns: { id: { nullPatterns: ['['] } } }),
      [
        'nullPatterns.0 is no regular expression: Invalid regular expression: /(/u: Unterminated group; correct it.',
        'columns.id.nullPatterns.0 is no regular expression: Invalid regular expression: /[/u: Unterminated character class; correct it.',
      ],
    ],
    [
      'a local time without a zone',
      inCall({ startedAt: local }),
      ['call.startedAt is a local time and there is no zone; name the zone of the file, or UTC.'],
    ],
    [
      'a zone that there is not',
      inCall({ startedAt: local }, { zone: 'Europe/Nowhere' }),
      ['zone is "Europe/Nowhere", which is no time zone; use an IANA name such as Europe/Berlin.'],
    ],
    [
      'a zone of a field that there is not',
      inCall({ startedAt: { ...local, zone: 'Mars' } }),
      [
        'call.startedAt.zone is "Mars", which is no time zone; use an IANA name such as Europe/Berlin.',
      ],
    ],
    [
      'formats that are missing or wrong',
      inCall({
        startedAt: { column: 'at' },
        answeredAt: { column: 'at', formats: ['H'] },
        queueSeconds: { column: 'w' },
      }),
      [
        'call.startedAt needs formats: how its moments are written.',
        'call.answeredAt.formats.0 names no minute: mm (MM is the month).',
        'call.queueSeconds needs formats: seconds, milliseconds, H:mm:ss or m:ss.',
      ],
    ],
    [
      'a time of day without a day',
      inCall({ endedAt: written }, { zone: 'UTC' }),
      ['call.endedAt has a format without a date; name in onDayOf the field whose day it is.'],
    ],
    [
      'a day beside a date, and options for times of day without one',
      inCall(
        {
          answeredAt: { ...local, onDayOf: 'startedAt' },
          endedAt: { ...local, nextDayWithinHours: 3, impossible: 'null' },
        },
        { zone: 'UTC' },
      ),
      [
        'call.answeredAt has onDayOf and a format with a date; use only formats without one.',
        'call.endedAt has nextDayWithinHours without onDayOf; name the field it counts from.',
        'call.endedAt has impossible without onDayOf; it is for times before their anchor.',
      ],
    ],
    [
      'since without until',
      inCall({ queueSeconds: { since: 'startedAt' } }),
      ['call.queueSeconds has since without until; name the field it lasts until.'],
    ],
    [
      'counting from a field that is not filled',
      inCall({ endedAt: { after: 'startedAt', plus: ['leg.talkSeconds'] } }),
      ["call.endedAt counts from leg.talkSeconds, which the mapping doesn't fill; map it."],
    ],
    [
      'a circle',
      inCall({ startedAt: { after: 'endedAt' }, endedAt: { after: 'startedAt' } }),
      ['call.startedAt is derived from itself: startedAt from endedAt from startedAt.'],
    ],
    [
      'a scale without a length',
      inCall({ csat: { score: { column: 's' }, min: 5, max: 5 } }),
      ['call.csat.max must be greater than min.'],
    ],
    [
      'two rules of one name',
      sentences({
        ignore: [
          { rule: 'a', when: [{ column: 'x', is: ['1'] }] },
          { rule: 'a', when: [{ column: 'x', is: ['2'] }] },
        ],
      }),
      ['ignore.1.rule is "a" a second time; give each rule its own name.'],
    ],
    [
      'columns described and never read, or twice',
      sentences({ columns: { ID: { nulls: ['0'] }, id: { nulls: ['1'] }, ids: { nulls: ['2'] } } }),
      [
        'columns.id is described twice; keep one of the two.',
        'columns.ids is described and never read; correct its name or remove it.',
      ],
    ],
    [
      'positions that lack a column or name one twice',
      sentences({ file: { delimiter: ',', columns: ['id', 'ID'] } }),
      [
        'call.startedAt.column names the column "at", which file.columns doesn\'t list; add it there.',
        'file.columns.1 is named twice; give each column its own name.',
      ],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})
