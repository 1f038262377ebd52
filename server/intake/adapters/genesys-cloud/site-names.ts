import { type AdapterSettings } from '../adapter.ts'
import { type Words, wordsIn } from '../site-words.ts'

/** What a site has named by itself in Genesys Cloud (docs/intake/genesys-cloud.md). */
export type SiteNames = {
  /** Media whose conversations are calls. */
  media: ReadonlySet<string>
  /** Participant attributes by what they hold. */
  issue: string | null
  audience: string | null
  language: string | null
  words: Words
  /** Which score of a survey is the customer's rating. */
  rating: 'total' | 'promoter'
  /** The name of a user, queue or wrap-up code; null where the site gave none. */
  nameOf: (kind: 'user' | 'queue' | 'code', id: string | null) => string | null
  /** Where a conversation has a page; null: no link is made. */
  instanceUrl: string | null
}

const usualMedia = 'voice,callback'
/** A survey's total score is a percentage; its promoter score goes up to ten. */
const scales = { total: '0-100', promoter: '0-10' }

export function siteNames({ names }: AdapterSettings): SiteNames {
  const said = (name: string): string | null => {
    const text = names[name]?.trim() ?? ''
    return text === '' ? null : text
  }
  const rating = said('csat') === 'surveyPromoterScore' ? 'promoter' : 'total'
  const media = (said('media') ?? usualMedia).toLowerCase().split(',')
  return {
    media: new Set(media.map((each) => each.trim())),
    ...{ issue: said('issue'), audience: said('audience'), language: said('language'), rating },
    words: wordsIn({ ...names, csatScale: said('csatScale') ?? scales[rating] }),
    nameOf: (kind, id) => (id === null ? null : said(`${kind}:${id}`)),
    instanceUrl: said('instanceUrl')?.replace(/\/+$/, '') ?? null,
  }
}
