/**
 * Which share of customers would be back within `days` for something else anyway?
 * 1 - (1 - hazard)^days with the daily hazard at its long-run level. It tells whether a window is
 * diluted, hence whether returns must match on the issue. Example: hazard 0.037 over 7 days:
 * 0.231960. Source: METHOD 2.6 (V19).
 */
export function coincidentalReturns(dailyHazard: number, days: number): number {
  return 1 - (1 - dailyHazard) ** days
}
