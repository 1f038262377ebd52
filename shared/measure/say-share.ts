import { percentageNeeds } from './share.ts'

/** A share as a person may read it: "6 of 8" under ten, "67 %" from ten on (METHOD 3.3). */
export function sayShare(count: number, of: number): string {
  return of < percentageNeeds ? `${count} of ${of}` : `${Math.round((100 * count) / of)} %`
}
