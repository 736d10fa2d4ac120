import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { NetworkName } from '../../../src/model/network.ts'
import type { Change, Draft } from '../../../src/networks/network.ts'
import { sandboxNetwork } from '../../../src/networks/sandbox/adapter.ts'
import { createSandbox } from '../../../src/networks/sandbox/sandbox.ts'
import { ManualClock } from '../../support/clock.ts'

export const ACCOUNT = 'schatkamer'

interface Answer {
  id: string
  url: string
  error: string
  cursor: string
}
interface Post {
  id: string
  text: string
  inReplyTo: string | null
  at: number
}

/** A sandbox on a file of its own, of all networks or those that it `plays`, the station's side of it and a public that writes. */
export function playground({ plays }: { plays?: NetworkName[] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const clock = new ManualClock()
  const open = () =>
    createSandbox({
      file: join(folder, 'sandbox.db'),
      clock,
      log: pino({ level: 'silent' }),
      ...(plays && { plays }),
    })
  let sandbox = open()
  onTestFinished(() => {
    sandbox.close()
    rmSync(folder, { recursive: true })
  })

  const request = async (method: string, path: string, body?: object | string | Uint8Array) =>
    sandbox.app.request(path, {
      method,
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
    })
  const json = async <T = Answer>(method: string, path: string, body?: object) => {
    const response = await request(method, path, body)
    return { status: response.status, body: (await response.json()) as T }
  }
  const networks = Object.fromEntries(
    (['x', 'facebook', 'youtube'] as const).map((name) => [
      name,
      sandboxNetwork(name, ACCOUNT, (path, init) => sandbox.app.request(path, init)),
    ]),
  ) as Record<NetworkName, ReturnType<typeof sandboxNetwork>>

  return {
    clock,
    app: () => sandbox.app,
    request,
    json,
    ...networks,
    reopen() {
      sandbox.close()
      sandbox = open()
    },
    /** Somebody of the public writes; answers with the new message's id. */
    async write(network: NetworkName, author: string, text: string, more: object = {}): Promise<string> {
      const { status, body } = await json('POST', '/sandbox/messages', { network, author, text, ...more })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
      return body.id
    },
    posts: async (network: NetworkName): Promise<Post[]> =>
      (await json<Post[]>('GET', `/sandbox/posts?network=${network}`)).body,
    /** All changes so far, page after page. */
    async changes(network: NetworkName): Promise<Change[]> {
      const all: Change[] = []
      for (let cursor: string | null = null, more = true; more; ) {
        const page: Awaited<ReturnType<ReturnType<(typeof networks)['x']['sources']>[number]['fetch']>> =
          await networks[network].sources()[0]!.fetch(cursor, new AbortController().signal)
        all.push(...page.changes)
        cursor = page.cursor
        more = page.more
      }
      return all
    },
    fault: (kind: string, more: object = {}) => request('POST', '/sandbox/faults', { kind, times: 1, ...more }),
  }
}

export const reply = (inReplyTo: string | null, text: string, more: Partial<Draft> = {}): Draft => ({
  account: ACCOUNT,
  text,
  inReplyTo,
  kind: inReplyTo === null ? 'post' : 'comment',
  media: [],
  ...more,
})
