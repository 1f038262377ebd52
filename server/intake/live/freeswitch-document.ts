import { Refused } from '../../http/refused.ts'

/**
 * The document in what mod_json_cdr of FreeSWITCH posts: plain, or as the form field cdr, encoded
 * as in an address or, by its own setting, in base64.
 */
export function freeswitchDocument(body: string, contentType: string | undefined): string {
  const field = /^cdr=([^]*)$/.exec(body)?.[1]
  if (field === undefined) return body
  if (contentType?.includes('base64')) return Buffer.from(field, 'base64').toString('utf8')
  try {
    return decodeURIComponent(field)
  } catch {
    throw new Refused('malformed_body', 'The form field cdr is not encoded as in an address.')
  }
}
