import { type AdapterSettings } from '../adapter.ts'
import { type Words, wordsIn } from '../site-words.ts'

/** What a site has named by itself in Amazon Connect (docs/intake/amazon-connect.md). */
export type SiteNames = {
  /** Contact attributes by what they hold. */
  attributes: {
    issue: string | null
    audience: string | null
    language: string | null
    disposition: string | null
    declaredResolution: string | null
    csat: string | null
  }
  words: Words
  /** Channels whose contacts are calls. */
  channels: readonly string[]
  /** Address of the instance, where a contact has a page; null: no link is made. */
  instanceUrl: string | null
  /** The name of a queue that is told by its id only; null where the site gave none. */
  queueName: (id: string) => string | null
}

export function siteNames({ names }: AdapterSettings): SiteNames {
  const attribute = (name: string): string | null => {
    const said = names[name]?.trim() ?? ''
    return said === '' ? null : said
  }
  const channels = (names['channels'] ?? 'VOICE').toUpperCase().split(',')
  return {
    attributes: {
      issue: attribute('issue'),
      audience: attribute('audience'),
      language: attribute('language'),
      disposition: attribute('disposition'),
      declaredResolution: attribute('declaredResolution'),
      csat: attribute('csat'),
    },
    words: wordsIn(names),
    channels: channels.map((channel) => channel.trim()).filter(Boolean),
    instanceUrl: attribute('instanceUrl')?.replace(/\/+$/, '') ?? null,
    queueName: (id) => attribute(`queue:${id}`),
  }
}
