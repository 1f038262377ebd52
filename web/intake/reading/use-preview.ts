import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type Preview } from '../../../shared/intake/preview.ts'
import { type ReadingOrder } from '../../../shared/intake/reading-order.ts'
import * as contract from '../../../shared/intake/upload-contract.ts'
import { keyOf } from '../../api/ask.ts'
import { type Refused } from '../../api/refused.ts'
import { tell } from '../../api/tell.ts'

/** A source must be named to read, and says nothing of the first records. */
const anySource = 'preview'
/** A preview looks through many lines, and a workbook is unpacked as a whole. */
const patienceSeconds = 60

/**
 * The beginning of a file read this way; it is read anew when the way changes.
 *
 * @param isSaid everything that has to be said for it was said
 */
export function usePreview(uploadId: number, order: ReadingOrder, isSaid: boolean) {
  const body = order.source === '' ? { ...order, source: anySource } : order
  return useQuery({
    ...queryOptions<Preview, Refused>({
      queryKey: [...keyOf(contract.preview), uploadId, body],
      queryFn: () => tell(contract.preview, { params: { uploadId }, body }, patienceSeconds),
      staleTime: Infinity,
    }),
    placeholderData: keepPreviousData,
    enabled: isSaid,
  })
}
