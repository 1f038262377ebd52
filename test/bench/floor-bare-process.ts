import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket, WebSocketServer } from 'ws'

/** What the bare server is to do; it answers once with where it is, and again when all is said. */
export type BareOrder = { script: { afterMilliseconds: number; text: string }[] }
export type BareReply = { told: 'listening'; url: string } | { told: 'done' }

/*
 * The yardstick: a bare `ws` server that knows nothing, and sends the same bytes at the same times
 * to whoever is connected.
 */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
let first = ''

server.on('connection', (socket) => {
  socket.on('error', () => {
    socket.terminate()
  })
  socket.send(first)
})
server.on('listening', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  process.send?.({ told: 'listening', url: `ws://127.0.0.1:${port ?? 0}` } satisfies BareReply)
})

type Order = BareOrder | { first: string }

process.on('message', (order: Order) => {
  if ('first' in order) {
    first = order.first
    return
  }
  void play(order).then(() => process.send?.({ told: 'done' } satisfies BareReply))
})

async function play({ script }: BareOrder): Promise<void> {
  const beganAt = performance.now()
  for (const { afterMilliseconds, text } of script) {
    await wait(Math.max(0, beganAt + afterMilliseconds - performance.now()))
    const bytes = Buffer.from(text)
    for (const socket of server.clients) {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes, { binary: false })
    }
  }
}
