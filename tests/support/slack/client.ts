import type { ACTS } from './control.ts'
import type { FakeSlack } from './fake.ts'
import type { lookAndSwitch } from './switches.ts'

type Over<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never
type Switches = ReturnType<typeof lookAndSwitch>

/** The acts, looks and switches of a fake Slack that runs as a process of its own. */
export type SlackClient = { readonly [K in (typeof ACTS)[number]]: Over<FakeSlack[K]> } & {
  readonly [K in keyof Switches]: Over<Switches[K]>
}

/** @param url where the fake listens, e.g. http://127.0.0.1:4403; each call throws what the fake says is wrong */
export function slackClient(url: string): SlackClient {
  const call =
    (name: string) =>
    async (...args: unknown[]) => {
      const response = await fetch(`${url}/_fake/${name}`, { method: 'POST', body: JSON.stringify(args) })
      const answer = (await response.json()) as { error?: string } | null
      if (!response.ok) throw new Error(`${name}: ${answer?.error ?? response.status}`)
      return answer
    }
  // A client that is awaited by mistake must not look like a promise.
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : call(String(name))) }) as SlackClient
}
