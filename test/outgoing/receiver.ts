import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

export type Received = { headers: IncomingHttpHeaders; body: string }

/** The other end: a server on this machine that keeps what it is sent and answers as told. */
export type Receiver = {
  url: string
  received: Received[]
  /** The next answers, one each; then 204. `hang` never answers. */
  answerWith: (...statuses: (number | 'hang')[]) => void
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: (number | 'hang')[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      body += part
    })
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      const status = answers.shift() ?? 204
      if (status === 'hang') return
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
      response.end(status >= 400 ? `answered ${status}` : '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    ...{ url: `http://127.0.0.1:${port}/hook`, received },
    answerWith: (...statuses) => {
      answers.push(...statuses)
    },
  }
}
