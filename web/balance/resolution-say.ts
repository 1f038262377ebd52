import { type Resolution } from '../../shared/balance/contract.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayRoughDuration } from '../../shared/measure/say-rough-duration.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { teamWords } from './team-words.ts'

type Group = Resolution['groups'][number]

/** Under this an interval of seconds says something; above it minutes do. */
const exactUnderSeconds = 600

/** What a resolution takes and how sure that is; `interval` null where it is withheld. */
export function sayCost(time: Group['handleTimePerResolution']): {
  amount: string
  interval: string | null
} {
  if ('tooFew' in time) return { amount: teamWords.costTooFew(time.tooFew.have), interval: null }
  const { meanSeconds, lowSeconds, highSeconds } = time
  const say = meanSeconds < exactUnderSeconds ? sayDuration : sayRoughDuration
  const low = Math.max(lowSeconds, 0)
  return {
    amount: keepTogether(say(meanSeconds)),
    interval: keepTogether(`about 95 % sure of ${say(low)} – ${say(highSeconds)}`),
  }
}

/** "1.28 calls", or that it is not known. */
export const sayContacts = (contacts: number | null): string =>
  contacts === null ? 'not known yet' : contacts.toFixed(2)
