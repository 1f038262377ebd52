import { type AircallEvent } from './event.ts'

/** How things follow each other within one second. */
const stages = [
  'call.created',
  'call.ringing_on_agent',
  'call.agent_declined',
  'call.transferred',
  'call.external_transferred',
  'call.answered',
  'call.hold',
  'call.unhold',
  'call.unsuccessful_transfer',
  'call.hungup',
  'call.ended',
]

/** Events in the order of time, each once: Aircall sends an event again if nobody took it. */
export function inOrder(events: readonly AircallEvent[]): AircallEvent[] {
  const each = new Map(events.map((event) => [identityOf(event), event]))
  return [...each]
    .sort(
      ([identity, a], [other, b]) =>
        a.at - b.at || stageOf(a) - stageOf(b) || byTags(a, b) || (identity < other ? -1 : 1),
    )
    .map(([, event]) => event)
}

/** Two events with the same are one. */
export const identityOf = (event: AircallEvent): string =>
  event.about === 'call'
    ? JSON.stringify([event.name, event.at, event.call])
    : JSON.stringify([event.name, event.at, event.user.id])

/** What is not a stage comes after the call: tags, comments, the recording. */
const stageOf = ({ name }: AircallEvent): number => {
  const stage = stages.indexOf(name)
  return stage === -1 ? stages.length : stage
}

/** Of two tags put on within one second the later event names both; of two taken off, one fewer. */
function byTags(a: AircallEvent, b: AircallEvent): number {
  if (a.about !== 'call' || b.about !== 'call' || a.name !== b.name) return 0
  const more = a.call.tags.length - b.call.tags.length
  return a.name === 'call.untagged' ? -more : more
}

/** Whether an event tells of the call's course, not of what is written beside it later. */
export const isOfCourse = ({ about, name }: AircallEvent): boolean =>
  about === 'wrap' || stages.includes(name)
