import { customType, timestamp } from 'drizzle-orm/pg-core'

/** A moment, whatever time zone it was told in. */
export const instant = (name: string) => timestamp(name, { withTimezone: true })

/** Bytes as they are: hashes, keys, what is sealed. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })
