/** When the day of the board began: at midnight where the server stands. In epoch milliseconds. */
export const beginningOfDay = (now: number): number => new Date(now).setHours(0, 0, 0, 0)
