import fc from 'fast-check'
import { type FloorEvent, nobodyThere } from '../../shared/floor/floor.ts'

const aCount = fc.integer({ min: 0, max: 9 })
/** Names that are also names of what every object inherits. */
const aName = fc.constantFrom('Billing', 'Support', '__proto__', 'constructor')

const aDay = fc.record({
  ...{ answered: aCount, abandoned: aCount, answeredWithinTarget: aCount },
  ...{ abandonedWithinTarget: aCount, sentElsewhere: aCount, resolved: aCount, open: aCount },
  ...{ linkable: aCount, returns: aCount },
  usualWaitSeconds: fc.option(aCount),
})

/** Any change of a floor. */
export const aFloorEvent: fc.Arbitrary<FloorEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('queue_changed' as const),
    queue: aName,
    now: fc.option(fc.record({ waiting: aCount, waitingSince: fc.option(aCount), helped: aCount })),
  }),
  fc.record({
    kind: fc.constant('people_changed' as const),
    people: aCount.map((onCall) => ({ ...nobodyThere, onCall })),
  }),
  fc.record({
    kind: fc.constant('source_was_heard' as const),
    source: aName,
    at: fc.option(aCount),
  }),
  fc.record({
    kind: fc.constant('mood_changed' as const),
    mood: fc.option(fc.record({ text: fc.string(), at: aCount })),
  }),
  fc.record({
    kind: fc.constant('recognitions_changed' as const),
    recognitions: fc.array(
      fc.record({
        id: fc.uuid(),
        minutes: fc.option(fc.integer({ min: 1, max: 90 })),
        issue: fc.option(aName),
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constant('word_changed' as const),
    word: fc.option(fc.record({ text: fc.string() })),
  }),
  fc.record({
    kind: fc.constant('day_changed' as const),
    queue: aName,
    day: fc.option(aDay),
  }),
  fc.record({ kind: fc.constant('help_changed' as const), revision: aCount }),
)
