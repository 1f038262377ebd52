import { connect, createServer, type Socket } from 'node:net'

/** How the way through a proxy is. */
export type Way =
  | 'open'
  /** Connections are cut, and new ones refused as soon as they are made. */
  | 'cut'
  /** Connections stand and can be made, and nothing comes through: half-open on both sides. */
  | 'silent'

/** A way to a port on this machine that can be cut or fall silent, as a network does. */
export async function openProxy(port: number) {
  let way: Way = 'open'
  let target = port
  const pairs = new Set<readonly [Socket, Socket]>()
  const end = (pair: readonly [Socket, Socket]): void => {
    pairs.delete(pair)
    for (const socket of pair) socket.destroy()
  }
  const server = createServer((near) => {
    if (way === 'cut') {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    for (const socket of pair) {
      socket.setNoDelay(true)
      for (const event of ['error', 'close'] as const) {
        socket.on(event, () => {
          end(pair)
        })
      }
    }
    if (way === 'open') flow(pair)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    setTarget: (next: number): void => {
      target = next
    },
    setWay: (next: Way): void => {
      way = next
      if (way === 'cut') for (const pair of [...pairs]) end(pair)
      for (const pair of pairs) {
        if (way === 'open') flow(pair)
        else stem(pair)
      }
    },
    close: (): void => {
      for (const pair of [...pairs]) end(pair)
      server.close()
    },
  }
}

function flow([near, far]: readonly [Socket, Socket]): void {
  near.pipe(far)
  far.pipe(near)
}

function stem([near, far]: readonly [Socket, Socket]): void {
  near.unpipe(far).pause()
  far.unpipe(near).pause()
}
