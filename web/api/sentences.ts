import { type RefusalReason } from '../../shared/wire/refusal.ts'
import { Refused, type Silence } from './refused.ts'

/** One sentence for each way of saying no, with what to do next. */
export const sentences: Record<RefusalReason | Silence, string> = {
  malformed_request: 'Something in this request could not be read. Check what you typed.',
  malformed_body: 'Something you entered could not be read. Check the marked fields.',
  span_backwards: 'The first day comes after the last one. Turn them round.',
  reading_unclear: 'The file cannot be read this way yet. See what is said beside the fields.',
  adapter_unknown: 'Nothing here reads that system. Choose another one from the list.',
  secret_unusable: 'That secret can not be used. Copy it again, or leave the field empty.',
  address_unusable: 'Nothing can be sent to this address. See what is said beside the field.',
  not_signed_in: 'Your session has ended. Sign in again to go on.',
  wrong_credentials: 'That does not match what we know. Check your entries and try again.',
  key_unknown: 'This API key is not valid any more. Create a new one under Set-up.',
  delivery_unverified: 'The delivery did not show the secret of this connection. Enter it again.',
  delivery_too_old: 'The delivery was signed too long ago. Check the clock of the sender.',
  key_scope_missing: 'This API key may not do that. Create one with the right scope.',
  role_not_allowed: 'Your role does not include this. Ask an administrator if it should.',
  foreign_origin: 'The request came from another address. Open Wellspent directly and try again.',
  mapping_not_own:
    'Somebody else saved this mapping. Save a copy under another name and change that.',
  route_unknown: 'There is nothing at this address. Go back, or start from the first page.',
  call_unknown: 'There is no such call, or it is not yours to see. Go back to the list.',
  rep_unknown: 'This rep no longer exists. Reload the page and choose another.',
  team_unknown: 'This team no longer exists. Reload the page and choose another.',
  alias_unknown: 'This name was matched or removed meanwhile. Reload the page.',
  rep_change_unknown: 'There is no such change of names. Reload the page.',
  key_not_found: 'This key was revoked already. Reload the page.',
  invitation_unknown:
    'This invitation was used already or is older than seven days. Ask for a new one.',
  display_unknown: 'This display was removed already. Reload the page.',
  pairing_code_unknown:
    'No display shows this code now. Look at the display again: codes change every ten minutes.',
  import_unknown: 'There is no such import. Go back to the list of imports.',
  feed_unknown: 'There is no such source any more. Reload the page.',
  upload_unknown: 'This file is not here any more. Send it again.',
  mapping_unknown: 'There is no such mapping any more, or it is not shared. Choose another one.',
  connection_unknown: 'There is no such connection any more. Reload the page.',
  line_unknown: 'This call is not on the line any more.',
  connection_disabled:
    'This connection is disabled, so deliveries are refused. Enable it on its page.',
  webhook_unknown: 'There is no such webhook any more. Reload the page.',
  message_unknown: 'There is no such message any more. Reload the page.',
  already_set_up: 'This installation has its administrator already. Sign in instead.',
  email_taken: 'Somebody signs in with this address already. Use another one.',
  name_taken: 'This name is taken. Choose another one.',
  same_rep: 'Those are the same rep. Choose two different ones.',
  only_name: 'It is the only name of this rep. Rename the rep instead.',
  not_undoable: 'These names have moved on since. Undo the later change first.',
  own_call: 'A second person has to check this call, because it is your own.',
  not_recognized:
    'This call is not recognized any more, so the board can not show it. Reload the page.',
  nothing_to_share:
    'Write down what resolved the call and save it; that is what colleagues would read.',
  nothing_mature:
    'No call of these days is old enough to be compared yet. Choose earlier days, or wait.',
  already_building: 'This is being worked out already. Wait a moment, then try again.',
  part_out_of_place: 'The file goes on at another place by now. Reload the page to go on with it.',
  upload_incomplete: 'This file is not here as a whole yet. Send the rest of it first.',
  uploads_full:
    'There is no room for this file. Delete files that are no longer needed, or use the command line.',
  order_not_now: 'This import has come to another state meanwhile. Reload the page.',
  delivery_conflict: 'A delivery of this number came before with other content. Send a new one.',
  body_too_large: 'That is too much at once. Send it in smaller parts.',
  too_many_records: 'Those are too many records at once. Send them in smaller parts.',
  too_many_requests: 'That was a bit fast. Wait a minute, then try again.',
  too_many_codes:
    'Those were too many wrong codes. Wait a quarter of an hour, then enter what the display shows.',
  pairings_full: 'Too many displays wait to be paired. Wait ten minutes, then try again.',
  too_busy: 'The server is busy. Wait a moment, then try again.',
  starting_up: 'The server is still starting. Try again in a few seconds.',
  database_unreachable:
    'The database does not answer. Try again; if it stays so, tell whoever runs this server.',
  secret_lost: "This connection's secret can not be read any more. Give it a new one.",
  bug: 'Something broke on our side. Try again; if it stays so, report the number below.',
  no_connection: 'The server cannot be reached. Check the connection and try again.',
  too_slow: 'The server took too long to answer. Try again in a moment.',
  unreadable_answer: 'The answer could not be read. Reload the page; it may be out of date.',
}

/** The sentence for anything that was thrown; what is not a refusal is a bug. */
export function sentenceFor(error: unknown): string {
  return error instanceof Refused ? sentences[error.reason] : sentences.bug
}
