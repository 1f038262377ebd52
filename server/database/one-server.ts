import postgres from 'postgres'

/** Any number that no other lock of ours uses: one server on one embedded database. */
const serverLock = 7_340_020

/**
 * Says that this process is the server of the embedded database, for as long as it lives.
 *
 * @returns how to give it up; null where another process is the server already
 */
export async function becomeServer(url: string): Promise<(() => Promise<void>) | null> {
  const sql = postgres(url, { max: 1, idle_timeout: 0, onnotice: () => undefined })
  const [lock] = await sql<{ isOurs: boolean }[]>`
    select pg_try_advisory_lock(${serverLock}) as "isOurs"`
  const end = () => sql.end({ timeout: 1 })
  if (lock?.isOurs) return end
  await end()
  return null
}

/** Whether a server lives on this database now. */
export async function isServed(url: string): Promise<boolean> {
  const give = await becomeServer(url)
  await give?.()
  return give === null
}
