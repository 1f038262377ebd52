import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyFloor, type Floor, nobodyThere, type QueueDay } from '../../shared/floor/floor.ts'
import { type Watching } from '../../shared/floor/watching.ts'
import {
  allQueues,
  boardNow,
  isUntold,
  longestWaitSeconds,
  silentSources,
} from '../../web/floor/board-now.ts'
import { readFloorSearch } from '../../web/floor/floor-search.ts'
import { helpStepFor } from '../../web/floor/help-keys.ts'
import * as say from '../../web/floor/say-floor.ts'
import { sayReason } from '../../web/floor/say-reason.ts'
import { askMillisecondsLeast, untilAsked } from '../../web/floor/use-help.ts'
import { wallMessages } from '../../web/floor/wall-messages.ts'
import { pagesOf, shiftAt, turnAt } from '../../web/floor/wall-turns.ts'

const day: QueueDay = {
  ...{ answered: 45, abandoned: 8, answeredWithinTarget: 41, abandonedWithinTarget: 3 },
  ...{ sentElsewhere: 2, resolved: 12, open: 31, linkable: 40, returns: 3, usualWaitSeconds: 80 },
}
const few: QueueDay = {
  ...{ answered: 6, abandoned: 1, answeredWithinTarget: 5, abandonedWithinTarget: 0 },
  ...{ sentElsewhere: 0, resolved: 0, open: 6, linkable: 6, returns: 0, usualWaitSeconds: null },
}

const watching = (floor: Floor, phase: Watching['phase'] = 'live'): Watching => ({
  ...{ phase, since: 0, failures: 0 },
  held: { epoch: 'a', number: 1, floor, heardAt: 1_000, aheadMilliseconds: 500 },
})

describe('what the board shows', () => {
  const floor: Floor = {
    ...emptyFloor,
    queues: { Sales: { waiting: 2, waitingSince: -58_500, helped: 1 } },
    days: { Billing: day, constructor: few },
  }

  test('is each queue that has somebody in it or had a call, by name', () => {
    const shown = boardNow(watching(floor), 3_000)!
    expect(shown.queues).toEqual([
      { name: 'Billing', live: { waiting: 0, waitingSince: null, helped: 0 }, day },
      { name: 'constructor', live: { waiting: 0, waitingSince: null, helped: 0 }, day: few },
      { name: 'Sales', live: floor.queues['Sales'], day: null },
    ])
    expect(allQueues(shown.queues)).toEqual({ waiting: 2, waitingSince: -58_500, helped: 1 })
  })

  test('counts up by the clock of the server, and stands still when it is not live', () => {
    const seconds = (phase: Watching['phase'], at: number) => {
      const shown = boardNow(watching(floor, phase), at)!
      return longestWaitSeconds(shown.queues[2]!.live, shown.now)
    }
    expect([seconds('live', 1_000), seconds('live', 11_000)]).toEqual([60, 70])
    for (const phase of ['connecting', 'catching_up', 'quiet', 'waiting'] as const) {
      expect([seconds(phase, 1_000), seconds(phase, 900_000)]).toEqual([60, 60])
      expect(boardNow(watching(floor, phase), 900_000)?.isLive).toBe(false)
    }
  })

  test('is nothing before the first floor has come, and untold where no source ever spoke', () => {
    expect(boardNow({ ...watching(floor), held: null }, 1_000)).toBeNull()
    expect(isUntold(boardNow(watching(emptyFloor), 1_000)!)).toBe(true)
    expect(isUntold(boardNow(watching(floor), 1_000)!)).toBe(false)
    const heard = { ...emptyFloor, sources: { Asterisk: 1 } }
    expect(isUntold(boardNow(watching(heard), 1_000)!)).toBe(false)
  })

  test('names sources that have not been heard of for more than four minutes', () => {
    const minute = 60_000
    const closedForTheWeekend = -60 * 60 * minute
    const sources = {
      ...{ Asterisk: -6 * minute - 5_000, Aircall: -4 * minute, Genesys: 0 },
      Connect: closedForTheWeekend,
    }
    const silent = silentSources({ ...emptyFloor, sources }, 0)
    expect(silent.map(say.saySource)).toEqual(['Asterisk: not heard from for 6 min'])
  })
})

describe('what the board says', () => {
  test('of the service level: its formula and its counts, a percentage from ten calls on', () => {
    expect(say.sayServiceLevel(day)).toBe(
      '82 % answered within 20 s: 41 of 50, without 3 who hung up before that',
    )
    expect(say.sayServiceLevel(few)).toBe('5 of 7 answered within 20 s; too few for a percentage')
    const none = { ...few, answered: 0, abandoned: 0, answeredWithinTarget: 0 }
    expect(say.sayServiceLevel(none)).toBeNull()
  })

  test('of what is solved: never without what is open', () => {
    expect(say.saySolved(day)).toBe('12 of 45 solved so far, 31 still open')
    fc.assert(
      fc.property(fc.nat({ max: 99 }), fc.nat({ max: 99 }), (resolved, open) => {
        const told = { ...day, resolved, open }
        for (const text of [say.saySolved(told), say.sayDayBriefly(told)[0]]) {
          expect(text).toContain(`${resolved} of`)
          expect(text).toContain(`${open} still open`)
        }
      }),
    )
  })

  test('of the rest of the day, at length and briefly', () => {
    expect(say.sayReturns(day)).toBe('3 of 40 came back about the same thing')
    expect(say.sayReturns(few)).toBe('none of 6 came back about the same thing')
    expect(say.sayNotAnswered(day)).toBe('8 gave up, 2 were sent elsewhere')
    expect(say.sayNotAnswered({ ...few, sentElsewhere: 1 })).toBe('1 gave up, 1 was sent elsewhere')
    expect(say.sayNotAnswered({ ...few, abandoned: 0 })).toBeNull()
    expect(say.sayUsualWait(day)).toBe('usual wait: up to 1 min 20 s, for four of five')
    expect(say.sayUsualWait(few)).toBe('usual wait: fewer than 10 answered in the last hour')
    expect(say.sayDayBriefly(day)).toEqual([
      '12 of 45 solved, 31 still open',
      '82 % (41 of 50) within 20 s',
      '8 gave up, 2 were sent elsewhere',
      '3 of 40 came back',
      'usual wait: up to 1 min 20 s',
    ])
    expect(say.sayDayBriefly(few)).toEqual([
      '0 of 6 solved, 6 still open',
      '5 of 7 within 20 s',
      '1 gave up',
      'none of 6 came back',
    ])
  })

  test('of who came back nothing, where no call can be linked to another', () => {
    const unlinked = { ...day, linkable: 0, returns: 0 }
    expect(say.sayReturns(unlinked)).toContain('not known')
    expect(say.sayDayBriefly(unlinked).join()).not.toContain('came back')
  })

  test('of waits: by the second at first, by the minute later', () => {
    expect([0, 59, 119, 120, 259, 3_900].map(say.sayWait)).toEqual([
      ...['0 s', '59 s', '1 min 59 s', '2 min', '4 min', '1 h 5 min'],
    ])
    expect([0, 59, 60, 119, 259, 5_700].map(say.sayWaitBriefly)).toEqual([
      ...['0 s', '59 s', '1 min', '1 min', '4 min', '95 min'],
    ])
    expect(say.sayAllQueues({ waiting: 7, waitingSince: 0, helped: 9 }, 250)).toBe(
      'In all: 7 waiting, longest 4 min',
    )
    expect(say.sayAllQueues({ waiting: 0, waitingSince: null, helped: 0 }, null)).toBe(
      'In all: nobody waiting',
    )
  })

  test('of people: how many, and nothing of states that nobody is in', () => {
    const shown = say.peopleShown({ ...nobodyThere, available: 2, notHeardOf: 1 })
    expect(shown.map(({ count, words }) => `${count} ${words}`)).toEqual([
      ...['2 free', '1 not heard of'],
    ])
  })

  test('of a call that was solved for good: its minutes and its issue', () => {
    expect(say.sayRecognition({ minutes: 28, issue: null })).toBe('28 minutes, solved for good')
    expect(say.sayRecognition({ minutes: 1, issue: 'no internet' })).toBe(
      '1 minute, solved for good: no internet',
    )
  })

  test('of its connection: something else in every phase that differs to whoever looks', () => {
    const phases = ['connecting', 'catching_up', 'live', 'quiet', 'waiting'] as const
    const said = phases.map((phase) => say.sayPhase(watching(emptyFloor, phase)))
    expect(new Set(said).size).toBe(5)
    const first = phases.map((phase) =>
      say.sayPhase({ ...watching(emptyFloor, phase), held: null }),
    )
    expect([first[0], first[4]]).toEqual([
      'Connecting to the floor …',
      'The floor can’t be reached yet. This page tries again by itself.',
    ])
    expect(say.sayClock(Date.UTC(2026, 2, 16, 14, 3, 59), 'UTC')).toBe('14:03')
  })

  test('of help: why, and by what it is measured', () => {
    const usual = { since: 20_000, usualSeconds: 100, calls: 212 }
    expect(sayReason({ kind: 'long_on_hold', ...usual }, 'Billing', 200_000)).toBe(
      'On hold for 3 min; in nine of ten calls with a hold in Billing all of it is over in 1 min 40 s, 212 calls.',
    )
    expect(sayReason({ kind: 'long_in_queue', ...usual }, null, 0)).toBe(
      'Waiting for 0 s; nine of ten waits are over in 1 min 40 s, 212 calls.',
    )
    expect(sayReason({ kind: 'called_before', times: 2 }, 'Billing', 0)).toContain('2 times before')
  })
})

describe('a wall', () => {
  test('shows every queue in its turn, two at a time, and as long as the others', () => {
    const queues = ['a', 'b', 'c', 'd', 'e']
    const pages = pagesOf(queues)
    expect(pages).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    const turns = Array.from({ length: 90 }, (_, second) => turnAt(second * 1_000, pages.length))
    expect([0, 1, 2].map((page) => turns.filter((turn) => turn === page).length)).toEqual([
      ...[30, 30, 30],
    ])
    expect(pagesOf([])).toEqual([[]])
    expect(turnAt(123_456, 0)).toBe(0)
  })

  test('says the line for everybody between any two of what is celebrated, each once a round', () => {
    const mood = { text: 'Cake at four', at: 0 }
    const recognitions = [
      { id: 'a', minutes: 28, issue: 'no internet' },
      { id: 'b', minutes: null, issue: null },
    ]
    const word = { text: 'Ask first.' }
    const said = (floor: Parameters<typeof wallMessages>[0]) =>
      wallMessages(floor).map(({ text }) => text)
    expect(said({ mood, recognitions, word })).toEqual([
      ...['Cake at four', '28 minutes, solved for good: no internet'],
      ...['Cake at four', 'Solved for good, after several calls'],
      ...['Cake at four', 'Ask first.'],
    ])
    expect(said({ mood: null, recognitions: [], word })).toEqual(['Ask first.'])
    expect(said({ mood, recognitions: [], word: null })).toEqual(['Cake at four'])
    expect(said({ mood: null, recognitions: [], word: null })).toEqual([])
  })

  test('moves by one step at a time, every few minutes, and comes round', () => {
    const places = Array.from({ length: 60 }, (_, minute) => shiftAt(minute * 60_000))
    for (const [place, [right, down]] of places.entries()) {
      const [before, above] = places[place - 1] ?? [0, 0]
      expect(Math.max(Math.abs(right - before), Math.abs(down - above))).toBeLessThanOrEqual(1)
    }
    expect(new Set(places.map(String)).size).toBe(9)
  })

  test('is asked for by its address', () => {
    expect(readFloorSearch({ wall: '' })).toEqual({ wall: true })
    expect(readFloorSearch({ wall: true })).toEqual({ wall: true })
    expect(readFloorSearch({ wall: 'false' })).toEqual({})
    expect(readFloorSearch({ other: 'x' })).toEqual({})
  })
})

describe('the list of who may be glad of help', () => {
  test('is asked for at most every two seconds', () => {
    expect(untilAsked(-Infinity, 5)).toBe(0)
    expect(untilAsked(0, 500)).toBe(askMillisecondsLeast - 500)
    expect(untilAsked(0, 9_000)).toBe(0)
  })

  test('knows its keys, and leaves those of the browser alone', () => {
    const pressed = (key: string, ctrlKey = false) =>
      helpStepFor({ key, ctrlKey, metaKey: false, altKey: false })
    expect(['h', 'H', 'ArrowDown', 'ArrowUp', 'x'].map((key) => pressed(key))).toEqual([
      ...['help', 'help', 'next', 'previous', null],
    ])
    expect(pressed('h', true)).toBeNull()
  })
})
