import { type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import { countChangedDays, findState, type State } from './state-store.ts'

/** Which days a question asks for; both left out means the evaluated weeks. */
export type Span = { from?: string | undefined; to?: string | undefined }

/** The days an answer rests on: those asked for, or the evaluated weeks with whatever is open. */
export type Days = { from: string; to: string | null }

export type Basis = {
  state: State
  /** Null before anything can be said. */
  days: Days | null
  /** Whether these are the evaluated weeks, whose sums are kept. */
  isUsual: boolean
  told: {
    version: number | null
    watermark: string | null
    from: string | null
    to: string | null
    daysWaiting: number
  }
}

/**
 * What every answer of this noun says first: version, watermark, days, and how many days wait.
 *
 * @throws Refused where the days asked for are the wrong way round
 */
export async function findBasis(sql: Reading, viewer: Viewer, span: Span): Promise<Basis> {
  const { organizationId } = viewer
  const [state, daysWaiting] = await Promise.all([
    findState(sql, organizationId),
    countChangedDays(sql, organizationId),
  ])
  const isUsual = span.from === undefined && span.to === undefined
  const from = span.from ?? state.fromDay
  const to = span.to ?? state.toDay
  if (!isUsual && from !== null && to !== null && from > to) {
    throw new Refused('span_backwards', `The first day, ${from}, comes after the last, ${to}.`, [
      { field: 'from', message: `from comes after ${to}.` },
    ])
  }
  const isKnown = from !== null && to !== null
  return {
    ...{ state, isUsual },
    days: isKnown ? { from, to: isUsual ? null : to } : null,
    told: {
      ...{ version: state.version, watermark: state.watermark?.toISOString() ?? null },
      ...{ from, to, daysWaiting },
    },
  }
}
