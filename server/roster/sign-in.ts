import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { type Database } from '../database/connect.ts'
import { passwordLengthLeast } from '../../shared/roster/contract.ts'
import { account, session, user, verification } from './table.ts'

const sessionDays = 14
const daySeconds = 86_400

/**
 * Sessions and passwords, by better-auth. Its own HTTP routes are not mounted: our endpoints
 * call it, so that refusals have one form. Single sign-on comes as one of its plugins.
 */
export function openSignIn(database: Database, secret: string, origin: string) {
  const auth = betterAuth({
    baseURL: origin,
    secret,
    database: drizzleAdapter(database.tables, {
      provider: 'pg',
      schema: { user, session, account, verification },
    }),
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: passwordLengthLeast,
    },
    session: { expiresIn: sessionDays * daySeconds, updateAge: daySeconds },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { cookiePrefix: 'wellspent', useSecureCookies: false },
  })
  return {
    /** @returns the id of the new user */
    async createUser(person: { name: string; email: string; password: string }): Promise<string> {
      const created = await auth.api.signUpEmail({ body: person })
      return created.user.id
    },
    /** @returns the cookies of a new session and whose it is; null for wrong credentials */
    async begin(email: string, password: string): Promise<NewSession | null> {
      const made = await auth.api
        .signInEmail({ body: { email, password }, returnHeaders: true })
        .catch((error: unknown) => {
          if (isWrongCredentials(error)) return null
          throw error
        })
      if (made === null) return null
      return { userId: made.response.user.id, cookies: made.headers.getSetCookie() }
    },
    /** @returns cookies that take the session's away */
    async end(cookie: string): Promise<string[]> {
      const done = await auth.api.signOut({
        headers: new Headers({ cookie }),
        returnHeaders: true,
      })
      return done.headers.getSetCookie()
    },
    /** @returns the session that a cookie carries; null where it carries none that is valid */
    async sessionOf(cookie: string): Promise<{ id: string; userId: string } | null> {
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
      return found && { id: found.session.id, userId: found.user.id }
    },
  }
}

export type SignIn = ReturnType<typeof openSignIn>
export type NewSession = { userId: string; cookies: string[] }

const isWrongCredentials = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 401
