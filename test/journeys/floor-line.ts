import { type Page, type WebSocketRoute } from 'playwright-core'
import { type HelpLine } from '../../shared/floor/contract.ts'
import { emptyFloor, type Floor, type FloorEvent, nobodyThere } from '../../shared/floor/floor.ts'
import { floorAfter } from '../../shared/floor/floor-after.ts'
import { beatMilliseconds, type FloorMessage } from '../../shared/floor/floor-message.ts'

const day = {
  ...{ answered: 45, abandoned: 8, answeredWithinTarget: 41, abandonedWithinTarget: 3 },
  ...{ sentElsewhere: 2, resolved: 12, open: 31, linkable: 40, returns: 3, usualWaitSeconds: 80 },
}

/** A floor on an ordinary morning, at an instant of the server. */
export const morningFloor = (now: number): Floor => ({
  ...emptyFloor,
  queues: {
    'Technical support': { waiting: 4, waitingSince: now - 250_000, helped: 6 },
    Billing: { waiting: 1, waitingSince: now - 65_000, helped: 3 },
  },
  days: {
    'Technical support': { ...day, answered: 128, answeredWithinTarget: 97, open: 101 },
    Billing: day,
    'Contracts and moving house': {
      ...{ answered: 6, abandoned: 1, answeredWithinTarget: 5, abandonedWithinTarget: 0 },
      ...{ sentElsewhere: 0, resolved: 1, open: 5, linkable: 0, returns: 0 },
      usualWaitSeconds: null,
    },
  },
  people: {
    ...nobodyThere,
    ...{ available: 3, ringing: 1, onCall: 8, onHold: 1, inWrapUp: 2, away: 3, notHeardOf: 1 },
  },
  sources: { 'asterisk:main': now - 5_000, 'aircall:support': now - 390_000 },
  mood: { text: 'A storm took down the north: thank you for your patience.', at: now },
  recognitions: [
    { id: '1', minutes: 28, issue: 'no internet' },
    { id: '2', minutes: 41, issue: null },
    { id: '3', minutes: null, issue: 'invoice' },
  ],
  word: { text: 'Ask what they have tried already: it saves the steps, and the mood.' },
})

/** The server's end of a page's line to the floor, and what the page asks beside it. */
export type FloorLine = {
  floor: () => Floor
  change: (...events: FloorEvent[]) => void
  /** Ends the connection; others are refused until it is mended. */
  cut: () => void
  mend: () => void
  /** Stands, and says nothing any more. */
  fallSilent: () => void
}

/** Takes the place of the server's floor for a page that is open already, from its next visit on. */
export async function layFloorLine(page: Page, now: number, begins: Floor): Promise<FloorLine> {
  let floor = begins
  let number = 0
  let isCut = false
  let isSilent = false
  let line: WebSocketRoute | null = null
  const common = () => ({ epoch: 'a', number, now })
  const say = (message: FloorMessage): void => {
    if (!isSilent) line?.send(JSON.stringify(message))
  }
  const snapshot = (): FloorMessage => ({ kind: 'snapshot', ...common(), floor })
  await page.routeWebSocket(/\/api\/floor$/, (opened) => {
    if (isCut) return void opened.close()
    line = opened
    opened.onMessage(() => {
      say(snapshot())
    })
    say(snapshot())
  })
  await page.route(/\/api\/floor$/, (route) => route.abort('internetdisconnected'))
  const beats = setInterval(() => {
    say({ kind: 'beat', ...common() })
  }, beatMilliseconds)
  page.once('close', () => {
    clearInterval(beats)
  })
  return {
    floor: () => floor,
    change: (...events) => {
      floor = events.reduce(floorAfter, floor)
      number += 1
      say({ kind: 'batch', ...common(), events })
    },
    cut: () => {
      isCut = true
      void line?.close()
    },
    mend: () => {
      isCut = false
      isSilent = false
    },
    fallSilent: () => {
      isSilent = true
    },
  }
}

/** Answers who may be glad of help, and takes offers as the server does. */
export async function layHelp(page: Page, now: number, helperName: string): Promise<void> {
  let lines: HelpLine[] = [
    {
      ...{ id: 1, queue: 'Billing', rep: { id: 5, name: 'Ana' }, helpedBy: null },
      reasons: [
        { kind: 'long_on_hold', since: now - 180_000, usualSeconds: 100, calls: 212 },
        { kind: 'called_before', times: 2 },
      ],
    },
    {
      ...{ id: 2, queue: 'Technical support', rep: null, helpedBy: 'Olu' },
      reasons: [{ kind: 'long_in_queue', since: now - 250_000, usualSeconds: 150, calls: 1_840 }],
    },
  ]
  await page.route(/\/api\/floor\/help(\?|$)/, (route) =>
    route.fulfill({ json: { items: lines, next: null } }),
  )
  await page.route(/\/api\/floor\/help\/\d+$/, (route) => {
    const id = Number(new URL(route.request().url()).pathname.split('/').at(-1))
    const { isHelping } = route.request().postDataJSON() as { isHelping: boolean }
    const helpedBy = isHelping ? helperName : null
    lines = lines.map((line) => (line.id === id ? { ...line, helpedBy } : line))
    return route.fulfill({ json: {} })
  })
}
