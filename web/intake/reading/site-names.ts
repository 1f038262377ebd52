/** Something a site calls by itself, which an adapter has to be told. */
export type SiteField = { what: string; label: string; hint: string }

const issueWhy = 'Without it no call can be linked to the customer’s next one.'

const withHint = (what: string, label: string, hint: string): SiteField => ({ what, label, hint })

const closedAs = [
  withHint('resolved', 'Words that mean resolved', 'With commas between them.'),
  withHint('notResolved', 'Words that mean not resolved', 'With commas between them.'),
]

const asterisk = [
  withHint('issue', 'What tells the issue', `“dialled”, or the name of an event. ${issueWhy}`),
  withHint('wrapReason', 'Reason of a pause that is after-call work', 'As reps choose it.'),
  withHint('dispositionEvent', 'Event that says how a call was closed', 'Its first parameter.'),
  withHint('callers', 'Callers at extensions', '“extensions” where they are customers.'),
]

const aircall = [
  withHint('issue', 'What tells the issue', `“tag”, “line” or “team”. ${issueWhy}`),
  withHint('queue', 'What a queue is', '“line” if left out, “team” or “tag”.'),
  withHint('rep', 'How reps are named', '“email”; by name if left out.'),
  withHint('resolved', 'Tags that mean resolved', 'With commas between them.'),
  withHint('not_resolved', 'Tags that mean not resolved', 'With commas between them.'),
]

const threeCx = [
  withHint('issue', 'What tells the issue', `“queue” or “did”. ${issueWhy}`),
  withHint('reps', 'How reps are named', '“name” for names instead of extension numbers.'),
  withHint('queues', 'How queues are named', '“name” for names instead of numbers.'),
]

const freeswitch = [
  withHint('issue', 'What tells the issue', `“queue”, or the name of a variable. ${issueWhy}`),
  withHint('public_contexts', 'Contexts of calls from outside', '“public” if left out.'),
]

/** Fields by adapter, as its page under docs/intake says; adapters without any are left out. */
const fieldsByAdapter: Readonly<Record<string, readonly SiteField[]>> = {
  'asterisk-queue-log': asterisk,
  'asterisk-cdr': [
    withHint('inboundContexts', 'Contexts of calls from outside', 'With commas between them.'),
  ],
  'amazon-connect': [
    withHint('issue', 'Attribute that holds the issue', issueWhy),
    withHint('disposition', 'Attribute that says how it was closed', 'As reps choose it.'),
    withHint('declaredResolution', 'Attribute that says if it is resolved', 'As the rep says.'),
    ...closedAs,
  ],
  'genesys-cloud': [
    withHint('issue', 'Participant attribute that holds the issue', issueWhy),
    ...closedAs,
  ],
  'aircall-webhooks': aircall,
  'aircall-csv': aircall,
  '3cx-v20': threeCx,
  '3cx-legacy': [
    withHint('issue', 'What tells the issue', `“queue”. ${issueWhy}`),
    withHint('columns', 'Order of the fields', 'With commas, where it is not the usual one.'),
  ],
  freeswitch,
  'freeswitch-csv': [
    withHint('public_contexts', 'Contexts of calls from outside', '“public” if left out.'),
    withHint('columns', 'Order of the template’s variables', 'Where it is not “example”.'),
  ],
}

export const siteFieldsOf = (adapter: string | null): readonly SiteField[] =>
  adapter === null ? [] : (fieldsByAdapter[adapter] ?? [])
