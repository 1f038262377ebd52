import { setTimeout as wait } from 'node:timers/promises'
import { type PresenceEvent } from '../../shared/floor/presence.ts'
import { probeQueue } from './floor-words.ts'

const source = 'floor bench'
const [queues, reps, customers] = [12, 600, 40_000]
/** Each request carries the events of this long. */
const tellMilliseconds = 50
const recordsMilliseconds = 1_000
/** By then whatever was told has long been drawn. */
const drawnMilliseconds = 2_000
const now = (): number => performance.timeOrigin + performance.now()
const instant = (at: number): string => new Date(at).toISOString()

/** A call on its way through the floor, and the next thing that happens to it. */
type Story = {
  call: string
  queue: string
  rep: string
  beganAt: number
  answeredAt: number
  step: number
}

/** A probe: its call waits since `since`; the server had taken it between the two instants. */
export type Probe = { since: number; sentAt: number; acceptedAt: number }

export type Load = { accepted: number; refused: number; records: number; probes: Probe[] }

/**
 * A center whose phone system tells so many events a second, and whose calls come in as records as
 * soon as they are over.
 */
export function openLoad(address: string, key: string, eventsPerSecond: number) {
  const stories: Story[] = []
  const free = Array.from({ length: reps }, (_, place) => `rep ${place}`)
  const done: object[] = []
  const told: Load = { accepted: 0, refused: 0, records: 0, probes: [] }
  let count = 0
  let lastProbe: number | null = null

  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const reply = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`)
    return JSON.parse(text) as Record<string, unknown>
  }

  const begin = (rep: string): PresenceEvent => {
    count += 1
    const call = `floor-${count}`
    const story = {
      call,
      queue: `queue ${count % queues}`,
      rep,
      beganAt: now(),
      answeredAt: 0,
      step: 0,
    }
    stories.push(story)
    return lineEvent(story, 'waiting')
  }

  /** The next event of a call picked at random; calls so last as long as they like. */
  const next = (): PresenceEvent => {
    const isNew = Math.random() < 1 / steps.length || stories.length === 0
    const rep = isNew ? free.pop() : undefined
    if (rep !== undefined) return begin(rep)
    const place = Math.floor(Math.random() * stories.length)
    const story = stories[place]
    if (!story) return { kind: 'alive', source, at: instant(now()) }
    const event = steps[story.step]?.(story) ?? lineEvent(story, 'ended')
    if (story.step === answeredStep) story.answeredAt = now()
    story.step += 1
    if (story.step === steps.length) {
      stories.splice(place, 1)
      free.push(story.rep)
      done.push(recordOf(story, count % customers))
    }
    return event
  }

  const tellEvents = async (): Promise<void> => {
    const events = Array.from({ length: (eventsPerSecond * tellMilliseconds) / 1000 }, next)
    const reply = await post('/api/floor/events', events)
    told.accepted += Number(reply['accepted'])
    told.refused += (reply['refused'] as unknown[]).length
  }
  const sendRecords = async (): Promise<void> => {
    const records = done.splice(0)
    if (records.length > 0) await post('/api/calls', records)
    told.records += records.length
  }

  /** A call in the probe's queue waits, and the one before it does no longer. */
  const probe = async (): Promise<void> => {
    const since = Math.floor(now())
    const events: PresenceEvent[] = [probeEvent(since, 'waiting', since)]
    if (lastProbe !== null) events.push(probeEvent(lastProbe, 'ended', since))
    lastProbe = since
    const sentAt = now()
    await post('/api/floor/events', events)
    told.probes.push({ since, sentAt, acceptedAt: now() })
  }

  /** Leaves no call waiting that would hide a later probe, once the last one has been drawn. */
  const endProbe = async (): Promise<void> => {
    await wait(drawnMilliseconds)
    if (lastProbe !== null) {
      await post('/api/floor/events', [probeEvent(lastProbe, 'ended', Math.floor(now()))])
    }
    lastProbe = null
  }

  /** Goes on for so long; requests that are due are sent even where earlier ones are not answered. */
  const run = async (seconds: number): Promise<Load> => {
    Object.assign(told, { accepted: 0, refused: 0, records: 0, probes: [] })
    const until = now() + seconds * 1000
    const every = async (milliseconds: () => number, work: () => Promise<void>): Promise<void> => {
      const under: Promise<void>[] = []
      let due = now()
      while (now() < until) {
        under.push(work())
        due += milliseconds()
        await wait(Math.max(0, due - now()))
      }
      await Promise.all(under)
    }
    await Promise.all([
      every(() => tellMilliseconds, tellEvents),
      every(() => recordsMilliseconds, sendRecords),
      every(() => 300 + Math.random() * 400, probe),
    ])
    await endProbe()
    return { ...told }
  }
  return { run }
}

type RepState = Extract<PresenceEvent, { kind: 'rep' }>['state']
type LineState = Extract<PresenceEvent, { kind: 'call' }>['state']

const lineEvent = ({ call, queue }: Story, state: LineState): PresenceEvent => ({
  ...{ kind: 'call', source, at: instant(now()), call, state, queue },
})

const repEvent =
  (state: RepState) =>
  ({ call, queue, rep }: Story): PresenceEvent => ({
    ...{ kind: 'rep', source, at: instant(now()), rep, state, queue, call },
  })

const answeredStep = 1
/** What happens to a call after it has begun to wait. */
const steps: readonly ((story: Story) => PresenceEvent)[] = [
  repEvent('ringing'),
  (story) => lineEvent(story, 'answered'),
  repEvent('talking'),
  repEvent('holding'),
  repEvent('talking'),
  (story) => lineEvent(story, 'ended'),
  repEvent('wrapping_up'),
  repEvent('available'),
]

const probeEvent = (since: number, state: LineState, at: number): PresenceEvent => ({
  ...{ kind: 'call', source, at: instant(at), call: `probe-${since}`, state, queue: probeQueue },
})

const recordOf = ({ call, queue, rep, beganAt, answeredAt }: Story, customer: number): object => ({
  ...{
    source,
    externalId: call,
    direction: 'inbound',
    queue,
    customer: `+4930${5_000_000 + customer}`,
  },
  ...{ startedAt: instant(beganAt), answeredAt: instant(answeredAt), endedAt: instant(now()) },
  legs: [{ rep, talkSeconds: Math.max(1, Math.round((now() - answeredAt) / 1000)) }],
})
