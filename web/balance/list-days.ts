import { type CallFilter } from '../../shared/calls/call-filter.ts'

type Days = { from: string | null; to: string | null }

/**
 * The days of an answer as a filter of calls. The evaluated weeks have no last day: what is younger
 * counts as soon as it is known. Days that somebody chose end where they end.
 */
export function listDays(
  given: Days,
  chosen: { from?: string | undefined; to?: string | undefined } = {},
): Pick<CallFilter, 'from' | 'to'> {
  const isUsual = chosen.from === undefined && chosen.to === undefined
  return {
    ...(given.from !== null && { from: given.from }),
    ...(!isUsual && given.to !== null && { to: given.to }),
  }
}
