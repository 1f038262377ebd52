import { instantWriter } from '../mapping/instant-text.ts'

/** An instant in epoch milliseconds as a record has it, in UTC. */
export const instantText: (milliseconds: number) => string = instantWriter()

export const instantTextOrNull = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : instantText(milliseconds)
