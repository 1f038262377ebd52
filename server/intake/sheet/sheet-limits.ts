/** Of the file as it lies there. Excel's own limit of a million rows is about as much. */
export const workbookBytesLimit = 100 * 1024 ** 2
/** What the program that reads a workbook may take; a small file can be unpacked to any size. */
export const sheetMemoryBytesLimit = 2 * 1024 ** 3
/** Of its rows, for those who want to know what it is. */
export const describedRowsLimit = 200

/** The first line that the program writes. */
export type SheetHead = { sheets: string[]; sheet: string }

/** What it writes where it can't read the workbook. */
export type SheetFailure = { code: string; message: string; sheets: string[] }

/** It took more memory than it may. */
export const tooLargeExitCode = 3
