/** What a site says of its Asterisk beside its files; docs/intake/asterisk.md explains each. */
export type SiteNames = {
  /** Where the issue of a call comes from: the number that was dialled, or an event of the site. */
  issue: 'dialled' | { event: string } | null
  /** The event of the site whose first parameter is how the call was closed. */
  dispositionEvent: string | null
  /** The reason of a pause that is after-call work. */
  wrapReason: string | null
  /** Callers' extensions are customers, as at an internal help desk. */
  extensionsAreCustomers: boolean
  /** Contexts in which calls from outside arrive, beside the usual ones. */
  inboundContexts: readonly string[]
  /** Raised when the same files are read again under other settings. */
  edition: number
}

const editionLimit = 99

/** The settings' names as this phone system's; what isn't understood counts as not said. */
export function siteNames(names: Readonly<Record<string, string>>): SiteNames {
  const said = (name: string): string | null => {
    const text = Object.hasOwn(names, name) ? names[name]?.trim() : undefined
    return text === undefined || text === '' ? null : text
  }
  const issue = said('issue')
  const edition = Number(said('edition') ?? 0)
  return {
    issue: issue === null || issue === 'dialled' ? issue : { event: issue },
    dispositionEvent: said('dispositionEvent'),
    wrapReason: said('wrapReason'),
    extensionsAreCustomers: said('callers') === 'extensions',
    inboundContexts: (said('inboundContexts') ?? '')
      .split(',')
      .map((context) => context.trim())
      .filter((context) => context !== ''),
    edition: Number.isInteger(edition) && edition >= 0 ? Math.min(edition, editionLimit) : 0,
  }
}
