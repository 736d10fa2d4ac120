import type { ClientRequest } from 'node:http'
import type { Socket } from 'node:net'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { connecting, neverConnected, PATIENCE } from './connecting.ts'

type Options = Parameters<HttpsProxyAgent<string>['connect']>[1]

/**
 * A proxy's no, told apart from the network's: by itself the agent gives the answer to CONNECT to the client as if it came
 * from the other side, and a line that breaks before that answer as any other.
 */
export class Tunnel extends HttpsProxyAgent<string> {
  override async connect(request: ClientRequest, options: Options): Promise<Socket> {
    let status = 0
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      status = statusCode
    })
    const socket = await inTime(super.connect(request, options))
    if (status === 200) return connecting(socket)
    socket.destroy()
    throw neverConnected('EPROXY', `the proxy refused: HTTP ${status}`)
  }
}

/** @throws with the code EPROXY where the proxy cannot be reached, or says nothing */
function inTime(made: Promise<Socket>): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      void made.then((socket) => socket.destroy()).catch(() => {})
      reject(neverConnected('EPROXY', 'the proxy does not answer'))
    }, PATIENCE)
    late.unref()
    made
      .then(resolve, ({ code }: NodeJS.ErrnoException) =>
        reject(neverConnected('EPROXY', `the proxy cannot be reached: ${code ?? 'it ended the line'}`)),
      )
      .finally(() => clearTimeout(late))
  })
}
