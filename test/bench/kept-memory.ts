import { once } from 'node:events'
import { WebSocket } from 'ws'

const replySecondsLimit = 30

/** Lets a process of node's be asked what it keeps, on a free port. */
export const inspected = '--inspect=127.0.0.1:0'

/** Where a process says that it can be asked; null until it has said so. */
export const inspectorIn = (output: string): string | null =>
  /Debugger listening on (ws:\S+)/.exec(output)?.[1] ?? null

type HeapUsage = { usedSize: number; backingStorageSize?: number }

/** What a process keeps after all garbage is collected: heap and buffers, in megabytes. */
export async function keptMegabytes(inspector: string): Promise<number> {
  const socket = new WebSocket(inspector)
  const signal = AbortSignal.timeout(replySecondsLimit * 1000)
  const ask = async (id: number, method: string): Promise<unknown> => {
    socket.send(JSON.stringify({ id, method }))
    for (;;) {
      const [said] = (await once(socket, 'message', { signal })) as [Buffer]
      const reply = JSON.parse(said.toString('utf8')) as { id?: number; result?: unknown }
      if (reply.id === id) return reply.result
    }
  }
  try {
    await once(socket, 'open', { signal })
    await ask(1, 'HeapProfiler.collectGarbage')
    const used = (await ask(2, 'Runtime.getHeapUsage')) as HeapUsage
    return (used.usedSize + (used.backingStorageSize ?? 0)) / 1024 / 1024
  } finally {
    socket.terminate()
  }
}
