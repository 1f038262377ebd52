/**
 * How we say no. Each reason has one kind, chosen by who must act next, and each kind one
 * HTTP status. A reason without a sentence in web/api/sentences.ts does not compile.
 */
export const statusByKind = {
  malformed: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  bug: 500,
  unavailable: 503,
} as const

export type RefusalKind = keyof typeof statusByKind

export const kindByReason = {
  malformed_request: 'malformed',
  malformed_body: 'malformed',
  span_backwards: 'malformed',
  reading_unclear: 'malformed',
  adapter_unknown: 'malformed',
  secret_unusable: 'malformed',
  address_unusable: 'malformed',
  not_signed_in: 'not_signed_in',
  wrong_credentials: 'not_signed_in',
  key_unknown: 'not_signed_in',
  delivery_unverified: 'not_signed_in',
  delivery_too_old: 'not_signed_in',
  key_scope_missing: 'not_allowed',
  role_not_allowed: 'not_allowed',
  foreign_origin: 'not_allowed',
  mapping_not_own: 'not_allowed',
  route_unknown: 'not_found',
  call_unknown: 'not_found',
  rep_unknown: 'not_found',
  team_unknown: 'not_found',
  alias_unknown: 'not_found',
  rep_change_unknown: 'not_found',
  key_not_found: 'not_found',
  invitation_unknown: 'not_found',
  display_unknown: 'not_found',
  pairing_code_unknown: 'not_found',
  import_unknown: 'not_found',
  feed_unknown: 'not_found',
  upload_unknown: 'not_found',
  mapping_unknown: 'not_found',
  connection_unknown: 'not_found',
  line_unknown: 'not_found',
  webhook_unknown: 'not_found',
  message_unknown: 'not_found',
  already_set_up: 'conflict',
  email_taken: 'conflict',
  name_taken: 'conflict',
  same_rep: 'conflict',
  only_name: 'conflict',
  not_undoable: 'conflict',
  own_call: 'conflict',
  not_recognized: 'conflict',
  nothing_to_share: 'conflict',
  nothing_mature: 'conflict',
  already_building: 'conflict',
  part_out_of_place: 'conflict',
  upload_incomplete: 'conflict',
  uploads_full: 'conflict',
  order_not_now: 'conflict',
  delivery_conflict: 'conflict',
  connection_disabled: 'gone',
  body_too_large: 'too_large',
  too_many_records: 'too_large',
  too_many_requests: 'too_many',
  too_many_codes: 'too_many',
  pairings_full: 'too_many',
  too_busy: 'unavailable',
  starting_up: 'unavailable',
  database_unreachable: 'unavailable',
  secret_lost: 'unavailable',
  bug: 'bug',
} as const satisfies Record<string, RefusalKind>

export type RefusalReason = keyof typeof kindByReason

export const refusalReasons = Object.keys(kindByReason) as RefusalReason[]

/** The body of every answer that is not a success. */
export type Problem = {
  kind: RefusalKind
  reason: RefusalReason
  message: string
  requestId: string
  /** Which fields were wrong, by path, where the request was malformed. */
  fields?: { field: string; message: string }[]
}
