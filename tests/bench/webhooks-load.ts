import { createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Deliveries } from './webhooks.ts'

// A process of its own: forged deliveries, each at its own moment, and true ones between them. Prints what came of them.
const [address = '', secret = '', forgedRate = '0', trueRate = '20', seconds = '10', name = 'true'] =
  process.argv.slice(2)

const LARGE = Buffer.alloc(64 * 1024, 'x')
const agent = new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256 })
const sign = (body: string | Buffer) => `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`
const bodyOf = (id: string) =>
  JSON.stringify({ for_user_id: '2244994945', tweet_create_events: [{ id_str: id, text: 'Welk boek? '.repeat(20) }] })

/** The status; 0 where the line was cut. */
function send(body: string | Buffer, headers: Record<string, string | number>, by: Agent | false): Promise<number> {
  return new Promise((resolve) => {
    const call = request(`${address}/x/webhook`, { method: 'POST', agent: by, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', () => resolve(0))
    })
    call.on('error', () => resolve(0))
    // One that says more than it brings is given up as soon as it was sent.
    if (Number(headers['content-length']) > body.length) {
      call.write(body)
      call.setTimeout(1_000, () => call.destroy())
    } else call.end(body)
  })
}

const old = bodyOf('repeated')
const CONTENT = { 'content-type': 'application/json' }
const signed = (body: string | Buffer, signature: string, length = body.length) => ({
  ...CONTENT,
  'content-length': length,
  'x-twitter-webhooks-signature': signature,
})
/** Connections of strangers, each with one forged delivery behind the other; what they are answered is only counted. */
class Strangers {
  refused = 0
  readonly #sockets: Socket[]
  readonly #small = [
    head(old, `content-length: ${old.length}`),
    head(old, `content-length: ${old.length}`, `x-twitter-webhooks-signature: ${sign('another body')}`),
  ]
  constructor(count: number) {
    const { hostname, port } = new URL(address)
    this.#sockets = Array.from({ length: count }, () => {
      const socket = connect(Number(port), hostname)
      socket.on('data', (data) => {
        this.refused += data.toString('latin1').split('HTTP/1.1 403').length - 1
      })
      socket.on('error', () => {})
      return socket
    })
  }
  send(n: number): void {
    this.#sockets[n % this.#sockets.length]?.write(this.#small[n % 2] ?? '')
  }
  close(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}

const head = (body: string, ...lines: string[]): string =>
  ['POST /x/webhook HTTP/1.1', 'host: station', 'content-type: application/json', ...lines, '', body].join('\r\n')

/** Mostly small ones; now and then one that says it has ten megabytes, one that ends early, or one that came before. */
function forge(n: number): Promise<number> | undefined {
  switch (n % 200) {
    case 0:
      return send(LARGE, signed(LARGE, sign('x'), 10 * 1024 * 1024), false)
    case 50:
      return send(old.slice(0, 40), signed(old, sign(old)), false)
    case 100:
      return send(old, signed(old, sign(old)), agent)
    case 150:
      return send(LARGE, signed(LARGE, sign('x')), agent)
    default:
      strangers.send(n)
      return undefined
  }
}

/** So many a second, each at its own moment whether or not those before it were answered; how many seconds sending took. */
async function openLoop(rate: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const calls: Promise<unknown>[] = []
  const started = performance.now()
  for (let n = 0; n < rate * Number(seconds); n++) {
    const wait = started + (n * 1_000) / rate - performance.now()
    if (wait > 1) await sleep(wait)
    calls.push(work(n))
  }
  const sent = (performance.now() - started) / 1_000
  await Promise.all(calls)
  return sent
}

const strangers = new Strangers(64)
await send(old, signed(old, sign(old)), agent)
const done: Deliveries = { took: [], kept: 0, forged: 0, refused: 0, seconds: 0 }
await Promise.all([
  openLoop(Number(forgedRate), async (n) => {
    done.forged++
    const status = await forge(n)
    if (status !== undefined && status !== 200) done.refused++
  }).then((sent) => {
    done.seconds = sent
  }),
  openLoop(Number(trueRate), async (n) => {
    const body = bodyOf(`${name}${n}`)
    const at = performance.now()
    if ((await send(body, signed(body, sign(body)), agent)) === 200) done.kept++
    done.took.push(performance.now() - at)
  }),
])
strangers.close()
done.refused += strangers.refused
process.stdout.write(JSON.stringify(done))
process.exit(0)
