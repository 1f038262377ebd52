/** The one clock of the process, in epoch milliseconds; everybody else is handed the time. */
export const clock = (): number => Date.now()
