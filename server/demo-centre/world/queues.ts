import { type TeamName } from './teams.ts'

/** What a call is about. Times are of an average rep's own part, wrap-up included. */
export type Issue = {
  name: string
  /** How often it is what a caller of this queue wants, relative to the others. */
  weight: number
  medianSeconds: number
  /** Standard deviation of the logarithm of the handle time. */
  sigma: number
  /** How often an average rep resolves it for a customer who calls the first time. */
  resolvedShare: number
  /** Hard ones need patience: they are what tells a patient fixer from the others. */
  isHard: boolean
}

export type Audience = 'consumer' | 'business' | 'internal'

export type Queue = {
  name: string
  weight: number
  audience: Audience
  /** Some who call a consumers' line are businesses all the same. */
  businessShare: number
  teams: readonly TeamName[]
  issues: readonly Issue[]
}

const issue = (
  name: string,
  weight: number,
  medianSeconds: number,
  sigma: number,
  resolvedShare: number,
  difficulty: 'easy' | 'hard' = 'easy',
): Issue => ({
  name,
  weight,
  medianSeconds,
  sigma,
  resolvedShare,
  isHard: difficulty === 'hard',
})

const consumers = { audience: 'consumer', businessShare: 0.07 } as const

export const queues: readonly Queue[] = [
  {
    name: 'internet',
    weight: 23,
    ...consumers,
    teams: ['Harbour', 'Orchard'],
    issues: [
      issue('no-internet', 28, 540, 0.75, 0.63, 'hard'),
      issue('slow-connection', 22, 480, 0.7, 0.6, 'hard'),
      issue('wifi-coverage', 18, 360, 0.7, 0.73),
      issue('router-setup', 18, 420, 0.65, 0.8),
      issue('outage-report', 14, 100, 0.6, 0.87),
    ],
  },
  {
    name: 'billing',
    weight: 20,
    ...consumers,
    teams: ['Mill', 'Workshop'],
    issues: [
      issue('bill-explained', 34, 240, 0.65, 0.85),
      issue('payment-failed', 20, 200, 0.65, 0.81),
      issue('refund', 18, 330, 0.75, 0.63, 'hard'),
      issue('direct-debit-change', 14, 140, 0.6, 0.92),
      issue('price-change', 14, 260, 0.7, 0.76),
    ],
  },
  {
    name: 'mobile',
    weight: 14,
    ...consumers,
    teams: ['Harbour', 'Workshop'],
    issues: [
      issue('sim-activation', 26, 180, 0.6, 0.86),
      issue('data-used-up', 22, 120, 0.6, 0.91),
      issue('roaming', 18, 210, 0.65, 0.82),
      issue('handset-settings', 18, 330, 0.7, 0.78),
      issue('number-transfer', 16, 400, 0.75, 0.64, 'hard'),
    ],
  },
  {
    name: 'energy',
    weight: 12,
    ...consumers,
    teams: ['Workshop', 'Orchard'],
    issues: [
      issue('meter-reading', 34, 95, 0.6, 0.94),
      issue('tariff-change', 26, 280, 0.65, 0.84),
      issue('smart-meter', 22, 370, 0.75, 0.7),
      issue('supply-fault', 18, 420, 0.8, 0.66, 'hard'),
    ],
  },
  {
    name: 'contracts',
    weight: 9,
    ...consumers,
    teams: ['Mill', 'Lighthouse'],
    issues: [
      issue('offer-question', 30, 210, 0.65, 0.87),
      issue('renewal', 26, 300, 0.65, 0.86),
      issue('cancellation', 26, 380, 0.7, 0.78),
      issue('complaint', 18, 640, 0.8, 0.56, 'hard'),
    ],
  },
  {
    name: 'moving-home',
    weight: 8,
    ...consumers,
    teams: ['Orchard', 'Mill'],
    issues: [
      issue('technician-appointment', 30, 230, 0.7, 0.72),
      issue('address-change', 28, 110, 0.6, 0.93),
      issue('move-order', 24, 560, 0.65, 0.7, 'hard'),
      issue('final-bill', 18, 250, 0.7, 0.76),
    ],
  },
  {
    name: 'business-support',
    weight: 8,
    audience: 'business',
    businessShare: 1,
    teams: ['Lighthouse', 'Harbour'],
    issues: [
      issue('line-down', 28, 720, 0.8, 0.62, 'hard'),
      issue('phone-system', 22, 900, 0.75, 0.62, 'hard'),
      issue('extra-users', 22, 200, 0.6, 0.9),
      issue('contract-terms', 16, 320, 0.65, 0.85),
      issue('new-site', 12, 600, 0.65, 0.74),
    ],
  },
  {
    name: 'staff-desk',
    weight: 6,
    audience: 'internal',
    businessShare: 0,
    teams: ['Workshop', 'Lighthouse'],
    issues: [
      issue('password-reset', 32, 90, 0.6, 0.95),
      issue('access-rights', 20, 280, 0.7, 0.76),
      issue('headset', 16, 200, 0.65, 0.82),
      issue('order-system', 16, 420, 0.75, 0.65, 'hard'),
      issue('laptop-trouble', 16, 600, 0.75, 0.67, 'hard'),
    ],
  },
]
