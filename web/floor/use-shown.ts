import { useQuery } from '@tanstack/react-query'
import { shownRecognitions } from '../../shared/floor/contract.ts'
import { itemsPerPageLimit } from '../../shared/wire/page.ts'
import { ask } from '../api/ask.ts'

type Place = { callId: number; legNo: number }

/**
 * Which of the rep's own calls are on today's board, as far as one page holds them: nobody puts
 * more there in a day. Null until it is known.
 */
export function useShown(): ((call: Place) => boolean) | null {
  const shown = useQuery(ask(shownRecognitions, { query: { limit: itemsPerPageLimit } }))
  if (!shown.data) return null
  const { items } = shown.data
  return ({ callId, legNo }) => items.some((one) => one.callId === callId && one.legNo === legNo)
}
