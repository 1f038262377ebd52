import { readFileSync } from 'node:fs'
import { type AdapterSettings } from '../../../server/intake/adapters/adapter.ts'
import { allAdapters } from '../../../server/intake/adapters/all-adapters.ts'
import { asteriskCdrBeside } from '../../../server/intake/adapters/asterisk-cdr.ts'
import { type CdrIndex } from '../../../server/intake/adapters/asterisk-cdr/cdr-index.ts'
import { asteriskQueueLogWith } from '../../../server/intake/adapters/asterisk-queue-log.ts'
import { uniqueidSecond } from '../../../server/intake/adapters/asterisk/uniqueid.ts'
import { type FileReading } from '../../../server/intake/delimited/file-reading.ts'
import { mappingReading } from '../../../server/intake/delimited/mapping-reading.ts'
import { allPresets } from '../../../server/intake/presets/all-presets.ts'
import { recognize } from '../../../server/intake/recognition/recognize.ts'
import { now, settingsWith } from '../adapters/adapter-property.ts'
import { written } from '../adapters/reading.ts'
import { mappingOf } from '../reading.ts'
import * as seeds from './seeds.ts'

/** Something that reads whatever is given to it. */
export type Target = {
  name: string
  /** What it reads when all is well; changes are made to these. */
  texts: readonly string[]
  /** Ways to open it; each input is read in one of them. */
  openings: readonly (() => FileReading)[]
  /** Documents are numbered from 1 without a gap; rows have the number of their line. */
  reads: 'documents' | 'rows'
}

type About = Pick<Target, 'texts' | 'reads'> & { says?: readonly Partial<AdapterSettings>[] }

const { samples } = seeds
const berlin = { timeZone: 'Europe/Berlin', country: 'DE' }

/** What each adapter is shown; the tests fail where an adapter has nothing here. */
const about: Readonly<Record<string, About>> = {
  'asterisk-queue-log': {
    texts: [
      ...[seeds.queueLog, seeds.queueTable],
      ...samples('asterisk/queue_log.atxfer-two-queues.issue759.log'),
      ...samples('asterisk/queue_log.asterisk14-2010.logchart.log'),
    ],
    reads: 'rows',
    says: [
      {},
      {
        ...berlin,
        names: { wrapReason: 'wrap', dispositionEvent: 'CALLSTATUS', issue: 'dialled' },
      },
    ],
  },
  'asterisk-cdr': {
    texts: [
      ...[seeds.cdrRows],
      ...samples('asterisk/cdr-csv-Master.csv', 'asterisk/cdr_custom-Master.csv'),
    ],
    reads: 'rows',
    says: [{}, berlin],
  },
  'amazon-connect': {
    texts: [
      ...[written(...seeds.contacts), JSON.stringify(seeds.contacts, null, 1)],
      ...samples('amazon-connect/ctr-inbound-simple.2022.json'),
    ],
    reads: 'documents',
    says: [{}, { names: { issue: 'Reason' } }],
  },
  'genesys-cloud': {
    texts: [
      ...[written(...seeds.conversations), JSON.stringify({ conversations: seeds.conversations })],
      ...samples('genesys-cloud/conversation-detail.chat1.blueprint.json'),
    ],
    reads: 'documents',
    says: [{}, { names: { media: 'voice,chat', issue: 'Reason' } }],
  },
  'aircall-webhooks': {
    texts: seeds.aircallTexts,
    reads: 'documents',
    says: [{}, { names: { issue: 'tag' }, country: 'DE' }],
  },
  'aircall-csv': {
    texts: [seeds.aircallExport, ...samples('aircall/call-history-export.2025-12.csv')],
    reads: 'rows',
    says: [{}, { ...berlin, names: { issue: 'ivr branch' } }],
  },
  '3cx-v20': {
    texts: [seeds.segments, ...samples('3cx/v20-cdroutput.two-calls.csv')],
    reads: 'rows',
  },
  '3cx-legacy': {
    texts: [seeds.legacyLines, ...samples('3cx/legacy-cdr-line.csv')],
    reads: 'rows',
    says: [{}, berlin],
  },
  freeswitch: {
    texts: [
      ...seeds.freeswitchTexts,
      ...samples('freeswitch/callcenter-member-queue-end.rpi-maker.json'),
    ],
    reads: 'documents',
    says: [{}, { names: { issue: 'queue' }, country: 'DE' }],
  },
  'freeswitch-csv': {
    texts: [seeds.freeswitchRows, ...samples('freeswitch/cdr_csv-two-legs.rpi-maker.csv')],
    reads: 'rows',
    says: [berlin, {}],
  },
  'call-records': { texts: [written(...seeds.ownRecords)], reads: 'documents' },
}

const adapterTargets = (): Target[] =>
  allAdapters.map((adapter) => {
    const { texts, reads, says = [{}] } = about[adapter.name] ?? { texts: [], reads: 'rows' }
    const openings = says.map((each) => () => adapter.open(settingsWith(each)))
    return { name: adapter.name, texts, reads, openings }
  })

/** CDRs that tell of any call, some of them what can't be. */
const anyCdrs: CdrIndex = {
  find: (uniqueid) => {
    const second = uniqueidSecond(uniqueid) ?? uniqueid.length
    const startedAt = second - (second % 7) * 900
    const endedAt = startedAt + 10 ** (second % 13)
    const number = second % 3 === 0 ? null : String(second * 10 ** (second % 5))
    return { startedAt, endedAt, caller: number, dialled: number }
  },
}

/** The same files beside one another, as they are read where both are there. */
const besideTargets = (targets: readonly Target[]): Target[] =>
  [asteriskQueueLogWith(anyCdrs), asteriskCdrBeside(new Set(['1771234567.1']))].flatMap(
    (adapter) => {
      const says = about[adapter.name]?.says ?? []
      const openings = says.map((each) => () => adapter.open(settingsWith(each)))
      const alone = targets.find(({ name }) => name === adapter.name)
      return alone ? [{ ...alone, name: `${adapter.name}-beside`, openings }] : []
    },
  )

/** The example of docs/column-mapping.md uses most of the language. */
function exampleTarget(): Target {
  const page = readFileSync('docs/column-mapping.md', 'utf8')
  const block = (language: string) =>
    new RegExp('```' + language + '\\n([^]*?)```').exec(page)?.[1] ?? ''
  const mapping = mappingOf(JSON.parse(block('json')))
  const openings = [() => mappingReading(mapping, now)]
  return { name: 'column-mapper', texts: [block('csv')], reads: 'rows', openings }
}

/** Presets are mappings as data, and so the same engine reads by them. */
function presetTargets(): Target[] {
  const files = [
    ...['aircall/call-history-export.2025-12.csv', 'five9/call-log.columns-and-values.csv'],
    '3cx/legacy-cdr-line.csv',
  ]
  return files.flatMap((file) =>
    samples(file).flatMap((text): Target[] => {
      const told = recognize(Buffer.from(text), { adapters: [], presets: allPresets })
      if (told.kind !== 'preset' || told.mapping === null) return []
      const mapping = mappingOf({ ...(told.mapping as object), zone: 'Europe/Berlin' })
      const openings = [() => mappingReading(mapping, now)]
      return [{ name: `preset-${told.name ?? file}`, texts: [text], reads: 'rows', openings }]
    }),
  )
}

export function allTargets(): Target[] {
  const adapters = adapterTargets()
  return [...adapters, ...besideTargets(adapters), exampleTarget(), ...presetTargets()]
}
