import { type Reader, sharedSince } from './sharing-store.ts'

/** The word of the day is one of those shared in so many days. */
const wordDays = 90
const dayMilliseconds = 86_400_000
/** It is read at a glance, and nothing is ever cut; a shorter one says too little. */
const [wordCharactersLeast, wordCharactersLimit] = [20, 160]

/**
 * The word of the day that began at an instant: a lot drawn by day and organization among what was
 * shared before, so that every server finds the same all day, and what is shared meanwhile changes
 * nothing. Where nothing was there before, the first one that was shared since.
 *
 * @param since epoch milliseconds
 */
export async function findWord(
  sql: Reader,
  organizationId: number,
  since: number,
): Promise<{ text: string } | null> {
  const lot = `${organizationId} ${since} `
  const [word] = await sql<{ text: string }[]>`
    select fitting.text
    from (${sharedSince(sql, organizationId, since - wordDays * dayMilliseconds)}) f
    cross join lateral (
      select text from unnest(array[f.words_that_worked, f.what_resolved_it])
        with ordinality said(text, place)
      where ${fits(sql)} order by place limit 1
    ) fitting
    order by f.shared_at >= ${new Date(since)},
      case when f.shared_at < ${new Date(since)} then md5(${lot} || f.shared_id::text) end,
      f.shared_at, f.shared_id
    limit 1`
  return word ?? null
}

/**
 * Whether a text may stand on a wall: one line, and without a digit or an @, so that it tells no
 * time of anybody's and no number or address of a customer.
 */
const fits = (sql: Reader) => sql`
  char_length(said.text) between ${wordCharactersLeast} and ${wordCharactersLimit}
  and said.text !~ '[[:digit:][:cntrl:]@]'`
