import { type ConnectionKind } from '../../../shared/intake/connection.ts'
import { sayNumber } from '../words.ts'

export const kindNames: Readonly<Record<ConnectionKind, string>> = {
  standard_webhooks: 'signed webhooks',
  amazon_firehose: 'Amazon Data Firehose',
  aircall: 'Aircall webhooks',
  freeswitch: 'FreeSWITCH mod_json_cdr',
}

/** What becomes of deliveries that are refused (docs/intake/live-feeds.md says why). */
const whatSendersDo: Readonly<Record<ConnectionKind, string>> = {
  standard_webhooks: 'A sender that follows the standard stops sending for good.',
  amazon_firehose: 'Firehose tries for as long as it is set to, then writes to its backup bucket.',
  aircall: 'To Aircall that is a failure: after some of them in a row it switches the webhook off.',
  freeswitch: 'FreeSWITCH writes what is refused to its err-log-dir.',
}

/** How to get going again, and what has not come meanwhile. */
const whatToDoThen: Readonly<Record<ConnectionKind, string>> = {
  standard_webhooks: 'Switch the webhook on again at the sender, too.',
  amazon_firehose: 'Import what lies in the backup bucket of Firehose.',
  aircall: 'Switch the webhook on again in Aircall, and import its call history of that time.',
  freeswitch: 'Import what lies in the err-log-dir of FreeSWITCH.',
}

/** What the pages about connections say. */
export const connectionWords = {
  title: 'Connections',
  lead: 'Phone systems that deliver by themselves, up to when each source is complete, and how to connect another one.',
  list: 'Connections',
  listLead: 'Each has an address and a secret of its own, and writes calls of one source only.',
  none: 'No connection yet',
  noneWhy:
    'Choose your phone system below. Steps, address and secret are made for this installation.',
  source: (kind: string, source: string) => `${kind}, writes calls of ${source}`,
  open: 'Steps, test and secret',
  openOf: (name: string) => `Steps, test and secret of ${name}`,
  waiting: 'Waits for its first delivery',
  last: 'Last delivery',
  deliveries: (count: number) =>
    count === 1 ? '1 delivery taken' : `${sayNumber(count)} deliveries taken`,
  refused: (count: number) =>
    count === 1 ? '1 delivery refused' : `${sayNumber(count)} deliveries refused`,
  lastRefused: 'Last refused',
  silent: 'Nothing has come since',
  silentWhy: 'While it is silent its outcomes do not mature, because calls may be missing.',

  add: 'Connect a phone system',
  addLead: 'Each with its exact steps. What it can not tell stands on its page under docs/intake.',
  chooseOf: (title: string) => `Connect ${title}`,
  byItself: 'delivers by itself',
  byFiles: 'files, or a program of ours',
  back: 'Back to the connections',
  unknownSystem: 'There is no such phone system here',
  unknownSystemWhy: 'Choose one from the list of connections.',

  newTitle: (title: string) => `Connect ${title}`,
  first: 'What to do there first',
  steps: 'Steps',
  form: 'Make the connection',
  name: 'Name of the connection',
  nameHint: 'For people; for example: Dublin.',
  sourceField: 'Name of the phone system and instance',
  sourceHint: 'The source of every call it delivers. It can not be changed later.',
  zone: 'Time zone of times that name none (optional)',
  zoneHint: 'Most deliveries say it themselves.',
  noZone: 'Times name their zone',
  country: 'Country of callers’ numbers without a country code',
  countryHint: 'So that one caller is one customer.',
  noCountry: 'Numbers have their country code',
  names: 'What your site calls by itself',
  ownSecret: 'A signing secret you have already (optional)',
  ownSecretHint: 'Left empty, one is made here.',
  create: 'Make address and secret',
  created: (name: string) => `The connection “${name}” is ready`,
  once: 'Copy the secret now: it is shown this once',
  onceWhy: 'It is kept closed. If it gets lost, give the connection another one.',
  secret: 'Secret',
  address: 'Address',
  haveIt: 'Go to the connection',
  toImport: 'Import files',

  gone: 'There is no such connection',
  goneWhy: 'It may have been removed. What it delivered stays.',
  live: 'Is it live?',
  liveWaiting: 'Nothing has arrived yet. This page looks every few seconds and says so by itself.',
  liveArrived: 'It is live: deliveries arrive.',
  after: 'What to do in the phone system',
  afterLead: 'The secret stands here as SECRET: it was shown once, when it was made.',
  try: 'Try an example',
  tryLead:
    'Paste what the phone system sends, and see what would be read. Nothing is stored, no secret is needed.',
  text: 'Example',
  tryAction: 'Read it',
  tried: (read: number, calls: number) =>
    `${sayNumber(read)} documents or records read, ${sayNumber(calls)} calls made of them.`,
  triedJoined: (count: number) => `${sayNumber(count)} are parts of a call told by another one.`,
  example: 'Calls it would make',
  passedOver: 'What was passed over, and why',
  problems: 'What was refused',
  problemAt: (document: number) => `Number ${sayNumber(document)}`,
  hasCustomer: 'customer known',
  hasNoCustomer: 'customer not known',
  noIssue: 'issue not known: such calls can not be linked to the customer’s next one',
  issue: (issue: string) => `issue: ${issue}`,
  queue: (queue: string) => `queue ${queue}`,
  by: (reps: readonly string[]) => (reps.length === 0 ? 'no rep' : reps.join(', ')),

  rotate: 'Another secret',
  rotateLead:
    'For when the present one may be known to somebody, or got lost. The former one is taken for a day more, unless it is ended at once.',
  token: 'The new token, as Aircall shows it',
  endsAtOnce: 'End the former secret at once',
  endsAtOnceWhy: 'Deliveries that still show it are refused from that moment.',
  rotateAction: 'Give it another secret',
  rotated: 'The new secret',
  done: 'I have it',
  disable: 'Disable',
  disableOf: (name: string) => `Disable ${name}`,
  disableTitle: 'Disable the connection',
  disableLead: (kind: ConnectionKind) =>
    `Its deliveries are refused until it is enabled again. What it delivered stays, with its address, its secret and its history. ${whatSendersDo[kind]}`,
  disableSure: (name: string) => `Disable “${name}”?`,
  disableWhy: (endsSource: boolean) =>
    endsSource
      ? 'Deliveries are refused from that moment. Its source has ended, unless another connection writes it.'
      : 'Deliveries are refused from that moment, and outcomes wait for its source.',
  keepTaking: 'Keep it as it is',
  endsSource: 'The phone system is not used any more',
  endsSourceWhy:
    'Its source has ended, so outcomes need not wait for it. Leave it open if calls go on there: they may be customers who come back.',
  disabled: (name: string) => `“${name}” is disabled.`,
  disabledTitle: 'It is disabled',
  disabledSince: 'Disabled since',
  disabledNow: 'It is disabled: deliveries are refused.',
  enable: 'Enable it again',
  enableLead: (kind: ConnectionKind) =>
    `Deliveries are taken again under the same address and secret, and outcomes wait for its source. ${whatToDoThen[kind]}`,
  enabled: (name: string) => `“${name}” is enabled.`,
  remove: 'Remove',
  removeTitle: 'Remove the connection',
  removeLead: 'It takes no more deliveries, and its address is gone for good.',
  removeOf: (name: string) => `Remove ${name}`,
  sure: (name: string) => `Remove “${name}”?`,
  sureWhy: 'Deliveries are refused from that moment. The calls it delivered stay.',
  keep: 'Keep it',
  removed: (name: string) => `“${name}” is removed.`,
}
