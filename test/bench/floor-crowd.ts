import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type CrowdOrder, type CrowdReply } from './floor-words.ts'
import { type BareOrder, type BareReply } from './floor-bare-process.ts'
import { inspected, inspectorIn } from './kept-memory.ts'
import { type Inspected } from './process-cost.ts'

const replySecondsLimit = 180
const outputCharactersLimit = 8_000

/** A program of the bench in a process of its own, so that its work is nobody else's. */
function open<Order extends object, Reply>(program: string) {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const child: ChildProcess = fork(path, {
    execArgv: [inspected, '--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let output = ''
  child.stderr?.on('data', (piece: Buffer) => {
    output = (output + piece.toString('utf8')).slice(-outputCharactersLimit)
  })
  /** Hears the next thing it says. */
  const next = (): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`${program} has said nothing for ${replySecondsLimit} s:\n${output}`))
      }, replySecondsLimit * 1000)
      child.once('message', (reply) => {
        clearTimeout(timer)
        resolve(reply as Reply)
      })
    })
  return {
    inspected: (): Inspected => ({ pid: child.pid ?? 0, inspector: inspectorIn(output) ?? '' }),
    next,
    send: (order: Order): void => {
      child.send(order)
    },
    ask: (order: Order): Promise<Reply> => {
      const reply = next()
      child.send(order)
      return reply
    },
    stop: (): Promise<void> =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve()
        })
        child.kill('SIGTERM')
      }),
  }
}

export const openCrowd = () => open<CrowdOrder, CrowdReply>('floor-crowd-process.ts')
export const openBare = () =>
  open<BareOrder | { first: string }, BareReply>('floor-bare-process.ts')

export type Crowd = ReturnType<typeof openCrowd>

export async function connectCrowd(
  crowd: Crowd,
  to: { url: string; cookie: string; count: number },
): Promise<number> {
  const reply = await crowd.ask({ order: 'connect', ...to })
  return reply.told === 'connected' ? reply.milliseconds : NaN
}

export async function reportOf(crowd: Crowd): Promise<Extract<CrowdReply, { told: 'report' }>> {
  const reply = await crowd.ask({ order: 'report' })
  if (reply.told === 'report') return reply
  throw new Error(`The watchers were asked for a report and said "${reply.told}".`)
}
