import { type Refused } from './refused.ts'

/** What the server says about one field of a form; undefined where it says nothing. */
export const fieldError = (error: Refused | null, field: string): string | undefined =>
  error?.fields.find((one) => one.field === field)?.message
