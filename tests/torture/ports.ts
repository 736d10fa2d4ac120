import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Below the ports that a system hands out by itself: one of those, closed here and not yet opened by a program that
 * takes its time to start, may be given to another test meanwhile, which then answers in its place.
 */
const LOWEST = 15_000
const EACH = 100
const PROCESSES = 100
const first = LOWEST + (process.pid % PROCESSES) * EACH
let taken = 0

/** So many free ports of this machine. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  for (let tries = 0; ports.length < count && tries < EACH * PROCESSES; tries++) {
    const port = LOWEST + ((first - LOWEST + taken++) % (EACH * PROCESSES))
    if (await isFree(port)) ports.push(port)
  }
  return ports
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  await once(server.close(), 'close')
  return true
}
