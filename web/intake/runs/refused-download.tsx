import * as intake from '../../../shared/intake/contract.ts'
import { addressOf } from '../../api/address-of.ts'
import { runWords } from './words.ts'

/** Refused lines, to be corrected elsewhere and imported again. */
export function RefusedDownload({ importId }: { importId: number }) {
  const address = (format: 'csv' | 'ndjson') =>
    addressOf(intake.refusedFile, { importId }, { format })
  return (
    <p>
      {runWords.download}{' '}
      <a href={address('csv')} download>
        {runWords.csv}
      </a>
      ,{' '}
      <a href={address('ndjson')} download>
        {runWords.ndjson}
      </a>
    </p>
  )
}
