/** The second in which the first call of these files begins. */
const first = Date.parse('2026-02-02T10:00:00Z') / 1_000
/** The phone system stands where it is an hour later than in UTC. */
const hoursAhead = 1

const wall = (second: number): string =>
  new Date((second + hoursAhead * 3_600) * 1_000).toISOString().slice(0, 19).replace('T', ' ')

const begins = (n: number): number => first + n * 600
const idOf = (n: number): string => `${begins(n)}.${n}`

/** A queue_log that names no caller: each call is answered after 12 s and handed on after 60 s. */
export const logOf = (calls: number): string =>
  Array.from({ length: calls }, (_, n) => {
    const at = begins(n) + 20
    return [
      `${at}|${idOf(n)}|support|NONE|ENTERQUEUE|||1`,
      `${at + 12}|${idOf(n)}|support|PJSIP/701|CONNECT|12|${begins(n)}.9${n}|5`,
      `${at + 72}|${idOf(n)}|support|PJSIP/701|BLINDTRANSFER|900|default|12|60|1`,
      '',
    ].join('\n')
  }).join('')

type Row = { n: number; uniqueid?: string; app?: string; source?: string; dialled?: string }

function cdr({ n, uniqueid = idOf(n), app = 'Queue', source, dialled = '4989' }: Row): string {
  const caller = source ?? `0309018${20 + n}`
  const [began, ended] = [wall(begins(n)), wall(begins(n) + 200)]
  return `"","${caller}","${dialled}","from-x","","PJSIP/701-1","PJSIP/t-2","${app}","","${began}","${began}","${ended}",200,190,"ANSWERED","DOCUMENTATION","${uniqueid}","","","${uniqueid}",${n}\n`
}

/**
 * CDRs of the calls of such a log from one on: one row each, every other of which does not name
 * the queue, and a call that a rep made.
 */
export const cdrsOf = (from: number, calls: number): string =>
  Array.from({ length: calls }, (_, n) =>
    cdr({ n: from + n, app: n % 2 === 0 ? 'Queue' : 'VoiceMail' }),
  ).join('') +
  cdr({
    ...{ n: from, uniqueid: `${begins(from)}.77`, app: 'Dial' },
    ...{ source: '701', dialled: '030555123' },
  })

/** What the log alone does not know of its call n. */
export const enriched = (n: number) => ({
  startedAt: new Date(begins(n) * 1_000).toISOString(),
  endedAt: new Date((begins(n) + 200) * 1_000).toISOString(),
  customer: `+49309018${20 + n}`,
})
