import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance } from 'fastify'
import { Refused } from './refused.ts'

/** Limits how often one address may ask the routes of this part of the app, in this process. */
export async function limitAttempts(app: FastifyInstance, perMinuteLimit: number): Promise<void> {
  await app.register(rateLimit, {
    max: perMinuteLimit,
    timeWindow: '1 minute',
    errorResponseBuilder: () =>
      new Refused('too_many_requests', 'Too many attempts; wait a minute and try again.'),
  })
}
