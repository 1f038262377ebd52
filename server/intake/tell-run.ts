import { type ImportRun } from '../../shared/intake/import-run.ts'
import { type RunRow, silentSecondsLimit } from './run-store.ts'

/** A run as it is told: one that has fallen silent was interrupted. */
export function tellRun(row: RunRow, now: number): ImportRun {
  const { heardAt, ...told } = row
  const isSilent = now - heardAt.getTime() > silentSecondsLimit * 1000
  return {
    ...told,
    state: row.state === 'running' && isSilent ? 'interrupted' : row.state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    refusedByReason: ranked(row.refusedByReason).map(([reason, count]) => ({ reason, count })),
    ignoredByRule: ranked(row.ignoredByRule).map(([rule, count]) => ({ rule, count })),
  }
}

export const ranked = (counts: Record<string, number>): [string, number][] =>
  Object.entries(counts).sort((a, b) => b[1] - a[1])
