/** Every world's database is a copy of this one. */
export const templateName = 'wellspent_template'

/** The same server, another database. */
export function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
