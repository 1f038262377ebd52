import { type KeyScope } from '../../shared/roster/key-scope.ts'
import { type Role } from '../../shared/roster/role.ts'

export const roleNames: Record<Role, string> = {
  rep: 'Rep',
  supervisor: 'Supervisor',
  admin: 'Administrator',
  floor: 'Wall display',
}

export const scopeNames: Record<KeyScope, string> = {
  'calls:write': 'Send call records',
  read: 'Read what an administrator sees',
}

/** The frame around every page. */
export const shellWords = {
  skip: 'Skip to the page',
  main: 'Main',
  simulated: 'Simulated data',
  simulatedWhy: 'These people and calls were made up by the demo. Nobody was recorded.',
  signOut: 'Sign out',
  account: (name: string) => `${name}: account and appearance`,
  accountTitle: 'Account and appearance',
  appearance: 'Appearance',
  numbers: 'How the numbers are made',
  schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  floor: 'Floor',
  myCalls: 'My calls',
  myGrowth: 'My growth',
  calls: 'Calls',
  team: 'Team',
  targets: 'Targets',
  connections: 'Connections',
  import: 'Import',
  importStatus: 'Import status',
  setUp: 'Set-up',
}

/** Pages before the sign-in. */
export const doorWords = {
  signIn: 'Sign in',
  signInLead: 'A call’s time, beside what came of it.',
  email: 'E-mail address',
  password: 'Password',
  demo: 'Look around as',
  demoWhy: 'This is a demo with simulated people. One press signs you in.',
  noAccount: 'No account yet? An administrator can send you an invitation.',
  toPair: 'This is a display on the wall',
  firstRun: 'A new beginning',
  firstRunLead:
    'Nobody can sign in here yet, and there are no calls. Create the administrator first; the next page shows how to bring in your first file.',
  organization: 'Organization',
  organizationHint: 'As people at your place call it.',
  name: 'Your name',
  passwordHint: (least: number) => `At least ${least} characters. A sentence works well.`,
  code: 'Start code',
  codeHint: 'The server printed it when it started. It proves that this installation is yours.',
  create: 'Create the administrator',
  join: (organization: string) => `Join ${organization}`,
  joinFallback: 'Invitation',
  joinLead: (email: string, role: string) => `You are invited as ${email}, role: ${role}.`,
  joinAction: 'Join',
  toSignIn: 'Go to sign-in',
}

export const setUpWords = {
  title: 'Set-up',
  people: 'People',
  teams: 'Teams',
  reps: 'Reps',
  keys: 'API keys',
  webhooks: 'Webhooks',
  displays: 'Displays',
  kinds: 'Kinds of calls',
}

export const peopleWords = {
  title: 'People',
  lead: 'Who can sign in, and what they see.',
  caption: 'People who can sign in',
  leads: (teams: readonly string[]) => ` of ${teams.join(', ')}`,
  leadsNone: ' of no team yet',
  isRep: (name: string) => ` · takes calls as ${name}`,
  invite: 'Invite somebody',
  inviteWhy:
    'You get a link to hand over. It works once, for seven days. No mail is sent from here.',
  email: 'Their e-mail address',
  role: 'Role',
  roleMeans: {
    rep: 'Sees their own calls and reflects on them.',
    supervisor: 'Sees the calls of the teams they lead.',
    admin: 'Sees everything of the organization, and this set-up.',
  },
  teamsLed: 'Teams they lead',
  teamsHint: 'A supervisor sees the calls of these teams only.',
  chooseTeams: 'Choose teams',
  noTeams: 'There is no such team. Create it under Teams.',
  rep: 'The rep they are (optional)',
  repHint: 'Decides whose calls “My calls” shows. Only confirmed reps are listed.',
  chooseRep: 'Choose a rep',
  make: 'Make the link',
  ready: (email: string) => `The invitation for ${email}`,
  until: 'It works once, until',
}

export const teamsWords = {
  title: 'Teams',
  lead: 'A supervisor sees the calls of the teams they lead.',
  caption: 'Teams of the organization',
  reps: (count: number) => (count === 1 ? '1 rep' : `${count} reps`),
  none: 'No team yet',
  noneWhy: 'Create the first one below, then put reps in it under Reps.',
  add: 'Add a team',
  name: 'Name of the team',
  create: 'Create team',
  created: (name: string) => `The team ${name} exists now.`,
}

export const repsWords = {
  title: 'Reps',
  lead: 'People who take calls, with the names phone systems have for them.',
  caption: 'Confirmed reps',
  from: (source: string) => `in ${source}`,
  noNames: 'No name in a phone system yet',
  none: 'No confirmed reps yet',
  noneWhy: 'Reps appear by themselves with the first calls: phone systems send their names.',
  nobody: 'There is no such rep.',
  unconfirmed: 'Names to match',
  unconfirmedWhy:
    'Phone systems sent these names. Say whose they are, or confirm them as new reps. No call is lost meanwhile.',
  match: (name: string) => `Match ${name} with a rep`,
  or: 'or',
  confirmNamed: (name: string) => `Confirm ${name} as a new rep`,
  confirmAs: 'A new rep named',
  confirm: 'Confirm',
  confirmed: (name: string) => `${name} is confirmed.`,
  added: (name: string) => `${name} is a rep now.`,
  inTeam: 'Team',
  noTeam: 'No team',
  noTeamYet: 'There is no team yet. Create one under Teams.',
  change: (name: string) => `Change ${name}`,
  changeAction: 'Change',
  save: 'Save',
  cancel: 'Cancel',
  add: 'Add a rep',
  addWhy: 'Only needed for somebody who has no calls yet.',
  name: 'Name',
}

export const keysWords = {
  title: 'API keys',
  lead: 'A phone system or a script signs its requests with a key.',
  caption: 'Keys that work',
  created: 'Created',
  none: 'No API keys',
  noneWhy: 'Create one below when something should send call records or read.',
  add: 'Add a key',
  name: 'What it is for',
  nameHint: 'For example: phone system, main site.',
  scopes: 'What it may do',
  scopesNeeded: 'Choose at least one.',
  create: 'Create key',
  once: 'Copy it now: it is shown this once',
  onceWhy: 'Only a fingerprint of it is kept. If it gets lost, revoke it and create another.',
  theKey: 'The new key',
  done: 'I have it',
  revoke: 'Revoke',
  revokeNamed: (name: string) => `Revoke ${name}`,
  sure: (name: string) => `Revoke “${name}”?`,
  sureWhy: 'Whatever uses it is refused from that moment. This can’t be undone.',
  keep: 'Keep it',
  revoked: (name: string) => `“${name}” works no more.`,
}

export const otherWords = {
  nothingHere: 'There is nothing here',
  nothingHereWhy: 'The address may be mistyped, or what was here is gone.',
  toStart: 'Go to the first page',
  failed: 'This page could not be shown',
}
