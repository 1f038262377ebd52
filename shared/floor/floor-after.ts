import { type Floor, type FloorEvent } from './floor.ts'

/** The floor after an event: the same on the server and in every browser that watches. */
export function floorAfter(floor: Floor, event: FloorEvent): Floor {
  switch (event.kind) {
    case 'queue_changed':
      return { ...floor, queues: withPart(floor.queues, event.queue, event.now) }
    case 'day_changed':
      return { ...floor, days: withPart(floor.days, event.queue, event.day) }
    case 'people_changed':
      return { ...floor, people: event.people }
    case 'source_was_heard':
      return { ...floor, sources: withPart(floor.sources, event.source, event.at) }
    case 'mood_changed':
      return { ...floor, mood: event.mood }
    case 'recognitions_changed':
      return { ...floor, recognitions: event.recognitions }
    case 'word_changed':
      return { ...floor, word: event.word }
    case 'help_changed':
      return { ...floor, helpRevision: event.revision }
  }
}

/** A name may be anything a phone system calls a queue, so nothing is looked up by inheritance. */
function withPart<P>(parts: Record<string, P>, name: string, part: P | null): Record<string, P> {
  const others = Object.entries(parts).filter(([each]) => each !== name)
  return Object.fromEntries(part === null ? others : [...others, [name, part]])
}

/** The events that make one floor of another; none where they are equal. */
export function changesBetween(before: Floor, after: Floor): FloorEvent[] {
  const events: FloorEvent[] = [
    ...changedParts(before.queues, after.queues).map(([queue, now]): FloorEvent => ({
      kind: 'queue_changed',
      queue,
      now,
    })),
    ...changedParts(before.days, after.days).map(([queue, day]): FloorEvent => ({
      kind: 'day_changed',
      queue,
      day,
    })),
    ...changedParts(before.sources, after.sources).map(([source, at]): FloorEvent => ({
      kind: 'source_was_heard',
      source,
      at,
    })),
  ]
  if (!isSame(before.people, after.people)) {
    events.push({ kind: 'people_changed', people: after.people })
  }
  if (!isSame(before.mood, after.mood)) events.push({ kind: 'mood_changed', mood: after.mood })
  if (!isSame(before.recognitions, after.recognitions)) {
    events.push({ kind: 'recognitions_changed', recognitions: after.recognitions })
  }
  if (!isSame(before.word, after.word)) events.push({ kind: 'word_changed', word: after.word })
  if (before.helpRevision !== after.helpRevision) {
    events.push({ kind: 'help_changed', revision: after.helpRevision })
  }
  return events
}

function changedParts<P>(
  before: Record<string, P>,
  after: Record<string, P>,
): [string, P | null][] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const gone = [...old.keys()].filter((name) => !now.has(name))
  const changed = [...now].filter(([name, part]) => !isSame(old.get(name), part))
  return [...gone.map((name): [string, null] => [name, null]), ...changed]
}

/** Parts are made in one place each, so their fields stand in one order. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
