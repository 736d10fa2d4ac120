import type { controlsOf } from './controls.ts'

type Over<F> = F extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never

/** The acts, looks and switches of a fake Facebook that runs as a process of its own. */
export type RemoteFacebook = {
  readonly [K in keyof ReturnType<typeof controlsOf>]: Over<ReturnType<typeof controlsOf>[K]>
}

/** @param url where the fake listens; each call throws what the fake says is wrong */
export function remoteFacebook(url: string): RemoteFacebook {
  const call =
    (name: string) =>
    async (...args: unknown[]) => {
      const response = await fetch(`${url}/_control/${name}`, { method: 'POST', body: JSON.stringify(args) })
      const answer = (await response.json()) as { error?: string } | null
      if (!response.ok) throw new Error(`${name}: ${answer?.error ?? response.status}`)
      return answer
    }
  // A client that is awaited by mistake must not look like a promise.
  return new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : call(String(name))) }) as RemoteFacebook
}
