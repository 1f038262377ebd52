import * as calls from '../../shared/calls/contract.ts'
import * as intake from '../../shared/intake/contract.ts'
import * as mappings from '../../shared/intake/mapping-contract.ts'
import * as connections from '../../shared/intake/connection-contract.ts'
import * as matching from '../../shared/roster/matching-contract.ts'
import * as floor from '../../shared/floor/contract.ts'
import * as outgoing from '../../shared/outgoing/contract.ts'
import * as roster from '../../shared/roster/contract.ts'
import { type CallRecord } from '../../shared/calls/call-record.ts'
import { type Caller } from '../world/caller.ts'
import { type Center } from '../world/center.ts'
import { type World } from '../world/open-world.ts'
import { beginPairing, hangUp } from '../world/wall.ts'
import { callRecord, legRecord, phone } from '../world/records.ts'
import { smallMapping } from '../intake/reading.ts'
import { sendFile } from '../intake/send-file.ts'

/** A word in every name of the first center: where another one reads it, something leaked. */
export const mark = 'Alpha'

/** A center with one of everything that an address can name. */
export type Furnished = {
  center: Center
  /** A signed-in person of each role: the rep has calls, the supervisor leads their team. */
  people: Record<'rep' | 'supervisor' | 'admin' | 'floor', Caller>
  keys: Record<'read' | 'calls:write', Caller>
  teamId: number
  repId: number
  /** A name of the phone system that nobody has confirmed. */
  aliasId: () => Promise<number>
  /** A fresh rep with two names in the phone system. */
  twoNames: () => Promise<{ repId: number; aliasIds: number[] }>
  /** A fresh webhook, and a message to one. */
  webhookId: () => Promise<number>
  messageId: () => Promise<number>
  /** A fresh change of names that can be undone. */
  changeId: () => Promise<number>
  /** A call that waits, of a customer who has called twice before. */
  lineId: () => Promise<number>
  callId: number
  /** A call of the signed-in rep that is recognized. */
  recognizedCallId: number
  feedId: number
  importId: number
  /** A fresh connection, of the kind standard_webhooks. */
  connectionId: () => Promise<number>
  /** The rep that the signed-in rep is. */
  ownRepId: number
  /** Works off what waits: calls to be sorted, days to be summed up, a reference to be built. */
  settle: () => Promise<void>
  /** A fresh invitation's token. */
  token: () => Promise<string>
  /** The code and the secret of a fresh pairing, and a fresh display. */
  pairing: () => Promise<{ code: string; secret: string }>
  displayId: () => Promise<number>
  /** A fresh upload that is here as a whole, an import of it that waits, a saved mapping. */
  uploadId: () => Promise<number>
  waitingId: () => Promise<number>
  mappingId: () => Promise<number>
}

let counter = 0

/** Calls of five reps, old enough and many enough to be compared with each other. */
const comparableCalls = (word: string, named: Partial<CallRecord>) =>
  Array.from({ length: 60 }, (_, place) =>
    callRecord({
      ...named,
      externalId: `${word} comparable ${place}`,
      startedAt: new Date(Date.UTC(2026, 0, 20 + (place % 14), 9, place)).toISOString(),
      legs: [
        legRecord({
          rep: `${word} extension 0${place % 5 === 0 ? '' : place % 5}`,
          talkSeconds: 60 + place * 7,
        }),
      ],
    }),
  )

/** Three calls of one customer, of which the last one is recognized: it ended the chain. */
const chainOfCalls = (word: string, named: Partial<CallRecord>, rep: string) =>
  [1, 2, 3].map((nth) =>
    callRecord({
      ...named,
      ...{ externalId: `${word} chain ${nth}`, customer: `${word} caller again` },
      startedAt: new Date(Date.UTC(2026, 0, 20 + nth, 9)).toISOString(),
      legs: [legRecord({ rep })],
    }),
  )

export async function furnish(world: World, word: string): Promise<Furnished> {
  const center = await world.center(`${word} center`)
  const teamId = await center.team(`${word} team`)
  const repId = await center.rep(`${word} rep`, teamId)
  const named = { source: `${word} phone`, queue: `${word} queue`, issue: `${word} issue` }
  const alias = { source: named.source, alias: `${word} extension 0` }
  const admin = await center.person('admin')
  const { id: ownId } = await admin.tell(roster.createRep, {
    body: { name: `${word} rep with calls`, teamId, aliases: [alias] },
  })
  const record = callRecord({
    ...{ ...named, audience: `${word} audience`, externalId: `${word} 1`, queue: `${word} queue` },
    legs: [legRecord({ rep: alias.alias })],
  })
  const writer = await center.key('calls:write')
  await writer.tell(calls.ingest, { body: [record, { ...record, startedAt: word }] })
  await writer.tell(calls.ingest, { body: comparableCalls(word, named) })
  await writer.tell(calls.ingest, { body: chainOfCalls(word, named, alias.alias) })
  await writer.tell(intake.completeFeed, {
    body: { source: named.source, completeUntil: '2026-02-20T00:00:00Z' },
  })
  await world.house.balance.lookAtAll()
  const reader = await center.key('read')
  const [feed] = (await reader.ask(intake.feeds)).items
  const [run] = (await reader.ask(intake.imports)).items
  const people = {
    admin,
    rep: await center.person('rep', { repId: ownId }),
    supervisor: await center.person('supervisor', { teamIds: [teamId] }),
    floor: await center.person('floor'),
  }
  return {
    ...{ center, people, teamId, repId, keys: { read: reader, 'calls:write': writer } },
    ...{ ownRepId: ownId, settle: world.house.balance.lookAtAll },
    ...{ callId: await center.callId(`${word} 1`), feedId: feed!.id, importId: run!.id },
    recognizedCallId: await center.callId(`${word} chain 3`),
    connectionId: async () => {
      counter += 1
      const body = {
        name: `${word} live connection ${counter}`,
        kind: 'standard_webhooks' as const,
      }
      const made = await admin.tell(connections.createConnection, {
        body: { ...body, source: `${word} live` },
      })
      return made.connection.id
    },
    aliasId: async () => {
      counter += 1
      const rep = `${word} extension ${counter}`
      await writer.tell(calls.ingest, {
        body: [callRecord({ ...named, legs: [legRecord({ rep })] })],
      })
      const { items } = await reader.ask(roster.reps, { query: { confirmed: false, limit: 200 } })
      return items.find(({ name }) => name === rep)!.aliases[0]!.id
    },
    ...openNames(admin, word, repId),
    ...openIntake(admin, word),
    ...openOutgoing(admin, word),
    lineId: async () => {
      counter += 1
      const at = new Date(world.clock.now()).toISOString()
      const call = `${word} line ${counter}`
      const customer = `${word} caller`
      for (const each of [1, 2]) {
        await writer.tell(calls.ingest, {
          body: [callRecord({ ...named, externalId: `${call} ${each}`, startedAt: at, customer })],
        })
      }
      await writer.tell(floor.hearEvents, {
        body: [
          {
            kind: 'call',
            source: phone,
            at,
            call,
            state: 'waiting',
            queue: `${word} queue`,
            customer,
          },
        ],
      })
      const { items } = await admin.ask(floor.help, { query: { limit: 200 } })
      return items.at(-1)!.id
    },
    pairing: () => beginPairing(world),
    displayId: async () => (await hangUp(world, admin, `${word} display`)).id,
    token: async () => {
      counter += 1
      const body = { email: `${word}${counter}@example.com`, role: 'floor' as const }
      const { path } = await admin.tell(roster.invite, { body })
      return path.replace('/join/', '')
    },
  }
}

/** Reps with names to be matched, of which each test gets its own. */
function openNames(admin: Caller, word: string, intoRepId: number) {
  const twoNames = async () => {
    counter += 1
    const aliases = ['a', 'b'].map((letter) => ({
      source: `${word} phone`,
      alias: `${word} ${letter} ${counter}`,
    }))
    const body = { name: `${word} with two names ${counter}`, aliases }
    const made = await admin.tell(roster.createRep, { body })
    return { repId: made.id, aliasIds: made.aliases.map(({ id }) => id) }
  }
  return {
    twoNames,
    changeId: async () => {
      const { repId } = await twoNames()
      const merged = { params: { repId }, body: { intoRepId } }
      return (await admin.tell(matching.mergeReps, merged)).id
    },
  }
}

/** Webhooks to an address at which nobody listens. */
function openOutgoing(admin: Caller, word: string) {
  const webhookId = async () => {
    const url = `http://127.0.0.1:9/${word}`
    const body = { url, events: ['call.recognized' as const] }
    return (await admin.tell(outgoing.createWebhook, { body })).webhook.id
  }
  return {
    webhookId,
    messageId: async () => {
      const params = { webhookId: await webhookId() }
      return (await admin.tell(outgoing.testWebhook, { params })).id
    },
  }
}

/** Files, imports and mappings of which each test gets its own. */
function openIntake(admin: Caller, word: string) {
  const uploadId = (): Promise<number> =>
    sendFile(admin, `${word} file ${(counter += 1)}.csv`, 'id,at\n1,2026-02-01T10:00:00Z\n')
  return {
    uploadId,
    waitingId: async () => {
      const uploadIds = [await uploadId()]
      const body = { uploadIds, isDryRun: false, reading: readingOf(word) }
      const { importIds } = await admin.tell(intake.startImports, { body })
      return importIds[0]!
    },
    mappingId: async () => {
      const name = `${word} kept mapping ${(counter += 1)}`
      const body = { name, isShared: true, mapping: smallMapping }
      return (await admin.tell(mappings.saveMapping, { body })).id
    },
  }
}

export const readingOf = (word: string) => ({
  ...{ by: 'mapping' as const, mapping: smallMapping, source: `${word} files` },
})
