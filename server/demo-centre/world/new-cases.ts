import { type Attempt } from './attempt.ts'
import { arrivalsOf } from './busy-hours.ts'
import { customerOf, petIssueOf } from './customers.ts'
import { weighted } from './draws.ts'
import { queues } from './queues.ts'
import { type Random } from './random.ts'

/** The day's calls about something new, in the order in which they come. */
export function newCasesOf(day: number, random: Random): Attempt[] {
  return arrivalsOf(day, random).map((at) => {
    const queue = weighted(random, queues)
    const isBusiness = queue.audience === 'consumer' && random() < queue.businessShare
    const audience = isBusiness ? 'business' : queue.audience
    const customer = customerOf(audience, random)
    return {
      customer,
      at,
      direction: 'inbound',
      audience,
      queue,
      issue: petIssueOf(customer, queue, random) ?? weighted(random, queue.issues),
      position: 1,
      promisedBy: null,
    }
  })
}
