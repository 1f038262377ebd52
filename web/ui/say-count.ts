const format = new Intl.NumberFormat('en-GB')

/** A count with its thousands told apart: "12,431". */
export const sayCount = (count: number): string => format.format(count)
