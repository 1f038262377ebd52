const name = 'wellspent.display'
const daySeconds = 86_400
/** The longest browsers keep a cookie; it is renewed whenever the display asks who it is. */
const cookieDays = 400
const attributes = 'Path=/; HttpOnly; SameSite=Lax'
const inHeader = new RegExp(`(?:^|;\\s*)${name.replace('.', '\\.')}=([\\w-]{20,100})(?:;|$)`)

/** The token of a display, from a request's cookies; null where there is none. */
export const readDisplayToken = (cookie: string | undefined): string | null =>
  inHeader.exec(cookie ?? '')?.[1] ?? null

export const displayCookie = (token: string): string =>
  `${name}=${token}; Max-Age=${cookieDays * daySeconds}; ${attributes}`

/** Takes the cookie away. */
export const noDisplayCookie = `${name}=; Max-Age=0; ${attributes}`
