import { openUpload } from '../../shared/intake/upload-contract.ts'
import { record as recordReflection } from '../../shared/reflections/contract.ts'
import { phone } from '../world/records.ts'
import { type Sent } from '../world/request-of.ts'
import { callRecord } from '../world/records.ts'
import { smallMapping } from '../intake/reading.ts'
import { mark, readingOf, type Furnished } from './two-centers.ts'

type Sample = (given: Furnished) => Promise<Sent> | Sent

const nothing: Sample = () => ({})
let counter = 0
const fresh = (what: string): string => {
  counter += 1
  return `${mark} ${what} ${counter}`
}

const ofConnection =
  (body: unknown): Sample =>
  async ({ connectionId }) => ({ params: { connectionId: await connectionId() }, body })

/**
 * How to ask and tell each endpoint so that somebody of its audience is granted it. Whoever adds an
 * endpoint adds a line; the tests fail where one is missing.
 */
export const samples: Readonly<Record<string, Sample>> = {
  'GET /api/health': nothing,
  'GET /api/setup': nothing,
  'POST /api/setup': () => ({
    body: {
      organization: 'A',
      name: 'A',
      email: 'a@example.com',
      password: 'correct horse battery',
    },
  }),
  'POST /api/session': () => ({ body: { email: 'nobody@example.com', password: 'wrong' } }),
  'DELETE /api/session': nothing,
  'GET /api/me': nothing,
  'GET /api/people': nothing,
  'POST /api/invitations': ({ teamId, repId }) => ({
    body: {
      email: `${fresh('invited').replaceAll(' ', '.')}@example.com`,
      role: 'supervisor',
      teamIds: [teamId],
      repId,
    },
  }),
  'GET /api/invitations/:token': async ({ token }) => ({ params: { token: await token() } }),
  'POST /api/invitations/:token': async ({ token }) => ({
    params: { token: await token() },
    body: { name: fresh('guest'), password: 'correct horse battery' },
  }),
  'POST /api/pairings': nothing,
  'POST /api/pairings/claim': async ({ pairing }) => {
    const { secret } = await pairing()
    return { body: { secret } }
  },
  'GET /api/displays': nothing,
  'POST /api/displays': async ({ pairing }) => {
    const { code } = await pairing()
    return { body: { code, name: fresh('display') } }
  },
  'DELETE /api/displays/:displayId': async ({ displayId }) => ({
    params: { displayId: await displayId() },
  }),
  'GET /api/teams': nothing,
  'POST /api/teams': () => ({ body: { name: fresh('team') } }),
  'GET /api/reps': nothing,
  'POST /api/reps': ({ teamId }) => ({
    body: { name: fresh('rep'), teamId, aliases: [{ source: phone, alias: fresh('alias') }] },
  }),
  'PATCH /api/reps/:repId': ({ repId, teamId }) => ({
    params: { repId },
    body: { name: `${mark} rep`, teamId },
  }),
  'POST /api/aliases/:aliasId/rep': async ({ aliasId, repId }) => ({
    params: { aliasId: await aliasId() },
    body: { repId },
  }),
  'POST /api/aliases/:aliasId/split': async ({ twoNames }) => {
    const { aliasIds } = await twoNames()
    return { params: { aliasId: aliasIds[1] } }
  },
  'GET /api/rep-suggestions': nothing,
  'POST /api/rep-suggestions/kept-apart': async ({ repId, twoNames }) => ({
    body: { repId, otherRepId: (await twoNames()).repId },
  }),
  'GET /api/reps/:repId/merging/:intoRepId': async ({ repId, twoNames }) => ({
    params: { repId: (await twoNames()).repId, intoRepId: repId },
  }),
  'POST /api/reps/:repId/merge': async ({ repId, twoNames }) => ({
    params: { repId: (await twoNames()).repId },
    body: { intoRepId: repId },
  }),
  'GET /api/rep-changes': nothing,
  'POST /api/rep-changes/:changeId/undo': async ({ changeId }) => ({
    params: { changeId: await changeId() },
  }),
  'GET /api/webhooks': nothing,
  'POST /api/webhooks': () => ({
    body: { url: 'http://127.0.0.1:9/hook', events: ['call.recognized'] },
  }),
  'PATCH /api/webhooks/:webhookId': async ({ webhookId }) => ({
    params: { webhookId: await webhookId() },
    body: { isEnabled: false },
  }),
  'POST /api/webhooks/:webhookId/secret': async ({ webhookId }) => ({
    params: { webhookId: await webhookId() },
  }),
  'DELETE /api/webhooks/:webhookId': async ({ webhookId }) => ({
    params: { webhookId: await webhookId() },
  }),
  'POST /api/webhooks/:webhookId/test': async ({ webhookId }) => ({
    params: { webhookId: await webhookId() },
  }),
  'GET /api/webhooks/:webhookId/messages': async ({ webhookId }) => ({
    params: { webhookId: await webhookId() },
  }),
  'POST /api/webhook-messages/:messageId/again': async ({ messageId }) => ({
    params: { messageId: await messageId() },
  }),
  'GET /api/keys': nothing,
  'POST /api/keys': () => ({ body: { name: fresh('key'), scopes: ['read'] } }),
  'DELETE /api/keys/:keyId': async ({ center }) => ({
    params: { keyId: (await center.key('read')).id },
  }),
  'POST /api/calls': () => ({ body: callRecord({ source: 'anybody', customer: null }) }),
  'GET /api/calls': nothing,
  'GET /api/my-calls': nothing,
  'GET /api/calls/summary': nothing,
  'GET /api/calls/plane': nothing,
  'GET /api/calls/choices': nothing,
  'GET /api/calls/:callId': ({ callId }) => ({ params: { callId } }),
  'POST /api/calls/:callId/verifications': ({ callId }) => ({
    params: { callId },
    body: { claim: 'resolved', note: `${mark} note` },
  }),
  'GET /api/balance/reps': nothing,
  'GET /api/balance/resolution': () => ({ query: { by: 'team' } }),
  'GET /api/balance/target': () => ({ query: { by: 'issue', seconds: 180 } }),
  'GET /api/balance/distribution': () => ({ query: { by: 'queue', key: 'support' } }),
  'GET /api/balance/trend': nothing,
  'GET /api/balance/outcomes-in-time': nothing,
  'GET /api/balance/signs': () => ({ query: { by: 'team' } }),
  'GET /api/balance/habits': ({ ownRepId }) => ({ query: { rep: ownRepId } }),
  'GET /api/balance/recognitions': nothing,
  'GET /api/balance/coaching': nothing,
  'POST /api/balance/rebuild': async ({ settle }) => {
    await settle()
    return { body: {} }
  },
  'GET /api/balance/case-mix': nothing,
  'PUT /api/balance/case-mix': async ({ settle }) => {
    await settle()
    return { body: { audience: true, language: false, positionUpTo: 3, frequencyDays: 90 } }
  },
  'PUT /api/calls/:callId/reflection': ({ callId }) => ({
    params: { callId },
    body: { outcome: 'resolved', whatResolvedIt: `${mark} words` },
  }),
  'PUT /api/calls/:callId/reflection/shared': async ({ people, callId }) => {
    const body = { outcome: 'resolved' as const, whatResolvedIt: `${mark} words` }
    await people.rep.tell(recordReflection, { params: { callId }, body })
    return { params: { callId }, body: { isShared: true } }
  },
  'GET /api/reflections/shared': nothing,
  'GET /api/imports': nothing,
  'GET /api/imports/:importId/refusals': ({ importId }) => ({ params: { importId } }),
  'GET /api/imports/:importId': ({ importId }) => ({ params: { importId } }),
  'GET /api/imports/:importId/refusals/file': ({ importId }) => ({ params: { importId } }),
  'POST /api/imports': async ({ uploadId }) => ({
    body: { uploadIds: [await uploadId()], isDryRun: true, reading: readingOf(mark) },
  }),
  'PUT /api/imports/:importId/order': async ({ waitingId }) => ({
    params: { importId: await waitingId() },
    body: { order: 'cancel' },
  }),
  'GET /api/source-settings': nothing,
  'GET /api/uploads': nothing,
  'POST /api/uploads': () => ({ body: { name: fresh('file'), bytes: 9 } }),
  'PUT /api/uploads/:uploadId/bytes/:from': async ({ people }) => {
    const body = { name: fresh('file'), bytes: 30 }
    const { id } = await people.admin.tell(openUpload, { body })
    return { params: { uploadId: id, from: 0 }, body: { calls: [] } }
  },
  'DELETE /api/uploads/:uploadId': async ({ uploadId }) => ({
    params: { uploadId: await uploadId() },
  }),
  'GET /api/uploads/:uploadId/recognition': async ({ uploadId }) => ({
    params: { uploadId: await uploadId() },
  }),
  'POST /api/uploads/:uploadId/preview': async ({ uploadId }) => ({
    params: { uploadId: await uploadId() },
    body: readingOf(mark),
  }),
  'GET /api/floor': nothing,
  'GET /api/floor/help': nothing,
  'POST /api/floor/events': ({ center }) => ({
    body: [
      {
        kind: 'rep',
        source: phone,
        at: '2026-01-05T09:00:00Z',
        rep: center.name,
        state: 'away',
      },
    ],
  }),
  'GET /api/floor/recognitions': nothing,
  'PUT /api/floor/recognitions/:callId/:legNo': ({ recognizedCallId }) => ({
    params: { callId: recognizedCallId, legNo: 1 },
    body: { isShown: true },
  }),
  'PUT /api/floor/mood': () => ({ body: { text: fresh('mood') } }),
  'PUT /api/floor/help/:lineId': async ({ lineId }) => ({
    params: { lineId: await lineId() },
    body: { isHelping: true },
  }),
  'GET /api/readers': nothing,
  'GET /api/mappings': nothing,
  'GET /api/mappings/:mappingId': async ({ mappingId }) => ({
    params: { mappingId: await mappingId() },
  }),
  'POST /api/mappings': () => ({
    body: { name: fresh('mapping'), isShared: false, mapping: smallMapping },
  }),
  'PATCH /api/mappings/:mappingId': async ({ mappingId }) => ({
    params: { mappingId: await mappingId() },
    body: { name: fresh('mapping'), isShared: true },
  }),
  'DELETE /api/mappings/:mappingId': async ({ mappingId }) => ({
    params: { mappingId: await mappingId() },
  }),
  'GET /api/connections': async ({ connectionId }) => {
    await connectionId()
    return {}
  },
  'POST /api/connections': () => ({
    body: { name: fresh('connection'), kind: 'amazon_firehose', source: `${mark} live` },
  }),
  'POST /api/connections/:connectionId/secret': ofConnection({}),
  'PUT /api/connections/:connectionId/enabled': ofConnection({ isEnabled: true }),
  'DELETE /api/connections/:connectionId': ofConnection(undefined),
  'POST /api/connections/:connectionId/trial': ofConnection({ text: '{}' }),
  'POST /api/intake/:connectionId/webhook': ofConnection({}),
  'POST /api/intake/:connectionId/aircall': ofConnection({}),
  'POST /api/intake/:connectionId/firehose': ofConnection({}),
  'POST /api/intake/:connectionId/freeswitch': ofConnection({}),
  'POST /api/intake/:connectionId/freeswitch/:key': async ({ connectionId }) => ({
    params: { connectionId: await connectionId(), key: 'wrong' },
    body: {},
  }),
  'GET /api/feeds': nothing,
  'PUT /api/feeds/:feedId/ended': ({ feedId }) => ({
    params: { feedId },
    body: { isEnded: false },
  }),
  'PUT /api/feeds/complete-until': () => ({
    body: { source: `${mark} phone`, completeUntil: '2026-02-20T00:00:00Z' },
  }),
}

/** Endpoints for anyone that refuse this sample for a reason of their own. */
export const refusedToAnyone: Readonly<Record<string, string>> = {
  'POST /api/setup': 'already_set_up',
  'POST /api/session': 'wrong_credentials',
  'POST /api/intake/:connectionId/webhook': 'delivery_unverified',
  // The connection is there, but another way leads to it.
  'POST /api/intake/:connectionId/aircall': 'connection_unknown',
  'POST /api/intake/:connectionId/firehose': 'connection_unknown',
  'POST /api/intake/:connectionId/freeswitch': 'connection_unknown',
  'POST /api/intake/:connectionId/freeswitch/:key': 'connection_unknown',
}
