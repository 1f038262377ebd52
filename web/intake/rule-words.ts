/**
 * What the rules by which records are passed over mean, in plain words. Their names are those that
 * importers count by and docs/intake explains; a mapping's own rules have names for people.
 */
export const ruleNames: Readonly<Record<string, string>> = {
  agent_state: 'A rep logging in, pausing or the like: no call',
  system_event: 'The phone system starting or reloading: no call',
  queue_event: 'An event within a queue that tells of no whole call',
  unknown_event: 'An event of the site’s own, which nobody here knows',
  number_change: 'A number that was changed: no call',
  contact_change: 'A contact that was changed: no call',
  contact_event: 'An event beside the contact record, which tells the call',
  agent_event: 'An event about a rep: no call',
  notification: 'A live notification, which tells too little of a call',
  consultation: 'A rep asking a colleague for advice: part of another call',
  monitored: 'A supervisor listening in: no part of the call',
  external_party: 'The other end of a call to somebody outside: part of another call',
  other_channel: 'Another channel than calls, such as chat or e-mail',
  other_media: 'Another medium than those that count as calls here',
  initiation_unknown: 'It does not say how the contact began',
  still_open: 'A call that was not over yet; it comes with the next file',
  never_ended: 'A call of which nothing more was heard for a day',
  given_up: 'The oldest of too many open calls',
  repeated_line: 'A line that stood there twice',
  beyond_offer_limit: 'More phones that rang than a call keeps',
  beyond_leg_limit: 'More parts than a call keeps',
  too_many_lines: 'More lines than one call keeps',
  queue_call: 'A call through a queue, which the queue_log tells better',
  caller_leg_missing: 'The caller’s side of the call is missing',
  beginning_missing: 'The beginning of the call is in an earlier file',
  wrap_up_without_call: 'After-call work that came without its call: it names the user alone',
}

/** A rule without an entry is a mapping's own and stands for itself. */
export const ruleName = (rule: string): string =>
  Object.hasOwn(ruleNames, rule) ? (ruleNames[rule] ?? rule) : rule
