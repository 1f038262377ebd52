import { connect, type Socket } from 'node:net'

/** What the driver has made of an address; the first of several hosts is taken. */
type Place = { host: readonly string[]; port: readonly number[]; path?: string | false }

/**
 * A connection that sends at once. The driver's own would hold a small piece back until the one
 * before is acknowledged, and the other side acknowledges after 40 ms: a COPY waited for that
 * twice, so a transaction with three of them took 300 ms where it now takes 20.
 *
 * It need not be connected yet: what is written before waits in it, and what goes wrong is told
 * by its events, which is how the driver hears of it.
 */
export function promptSocket({ host, port, path }: Place): Socket {
  if (path) return connect(path)
  const [hostName = '127.0.0.1', portNumber = 5432] = [host[0], port[0]]
  const socket = connect({ host: hostName, port: portNumber, noDelay: true })
  // The driver names the host by it where the connection is encrypted.
  return Object.assign(socket, { host: hostName, port: portNumber })
}
