import { type WebhookEvent, type WebhookMessage } from '../../shared/outgoing/contract.ts'
import { sayCount } from '../ui/say-count.ts'

export const eventNames: Record<WebhookEvent, string> = {
  'call.outcome_final': 'What became of a call is final',
  'call.recognized': 'A call is recognized',
  'reflection.shared': 'A reflection is shared with colleagues',
}

const stateNames: Record<WebhookMessage['state'], string> = {
  waiting: 'Waiting',
  delivered: 'Delivered',
  dead: 'Given up',
}

const messages = (count: number): string =>
  count === 1 ? '1 message' : `${sayCount(count)} messages`

export const webhooksWords = {
  title: 'Webhooks',
  lead: 'Other systems that are told what became of calls, as soon as it is known.',
  caption: 'Addresses that are told',
  none: 'Nobody is told yet',
  noneWhy: 'Add an address below. It is told of what happens from then on.',
  off: 'Off',
  offNow: 'Off: nothing is written down for it meanwhile.',
  counts: (waiting: number, dead: number) =>
    `${messages(waiting)} waiting, ${messages(dead)} given up`,
  add: 'Add an address',
  addWhy: 'Messages are signed as Standard Webhooks says, and carry no times of talk.',
  url: 'Address',
  urlHint: 'https://…, or http:// for a machine of your own network.',
  events: 'What it is told',
  eventsNeeded: 'Choose at least one.',
  create: 'Add',
  secret: 'The signing secret',
  once: 'Copy it now: it is shown this once',
  onceWhy: 'The receiver checks signatures with it. If it gets lost, give the address another one.',
  done: 'I have it',
  test: 'Send a test',
  testNamed: (url: string) => `Send a test to ${url}`,
  tested: 'A test is on its way. See its answer under Messages.',
  disable: 'Turn off',
  disableNamed: (url: string) => `Turn off ${url}`,
  enable: 'Turn on',
  enableNamed: (url: string) => `Turn on ${url}`,
  change: 'Change',
  changeNamed: (url: string) => `Change ${url}`,
  changeWhy:
    'The secret stays, and so does what waits: it goes to the new address. Messages are chosen when something happens, so others are told from now on.',
  changed: 'It is changed.',
  save: 'Save',
  leaveIt: 'Leave it as it is',
  rotate: 'New secret',
  rotateNamed: (url: string) => `New secret for ${url}`,
  rotateWhy: 'For a day, messages are signed with the former one too.',
  remove: 'Remove',
  removeNamed: (url: string) => `Remove ${url}`,
  removeSure: (url: string) => `Remove ${url}?`,
  removeWhy: 'It is told nothing more, and its messages go too. This can’t be undone.',
  keep: 'Keep it',
  removed: 'The address is told nothing more.',
  show: 'Messages',
  showNamed: (url: string) => `Messages to ${url}`,
  hide: 'Hide messages',
  hideNamed: (url: string) => `Hide messages to ${url}`,
  messagesTo: (url: string) => `Messages to ${url}`,
  onlyDead: 'Only those given up',
  noMessages: 'No messages',
  noMessagesWhy: 'They appear here as soon as something happens, or when you send a test.',
  stateOf: ({ state, attempts }: WebhookMessage) =>
    attempts > 1 ? `${stateNames[state]}, ${attempts} attempts` : stateNames[state],
  answered: (status: number | null, answer: string | null) =>
    [status === null ? 'No answer' : `Answer ${status}`, answer].filter(Boolean).join(': '),
  next: 'Next attempt',
  again: 'Send again',
  againNamed: (id: string) => `Send again: ${id}`,
}
