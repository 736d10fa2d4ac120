import { z } from 'zod'

const ABOUT = z.object({
  message: z.string().optional(),
  external: z.string().optional(),
  draft: z.number().optional(),
  code: z.string().optional(),
})
const SAID = z.object({
  text: z.string().default(''),
  kind: z.string(),
  external: z.string().nullish(),
  number: z.string().nullish(),
  draft: z.number().nullish(),
  code: z.string().nullish(),
  about: ABOUT.nullish(),
})
const THREADS = z.array(z.object({ id: z.string(), messages: z.array(SAID) }))
const CHANNELS = z.array(z.object({ name: z.string() }))
const ANSWER = z.object({ private: z.array(SAID) })
const POSTS = z.array(z.object({ id: z.string(), text: z.string(), inReplyTo: z.string().nullable(), at: z.number() }))
const WRITTEN = z.object({ id: z.string() })

export type Said = z.infer<typeof SAID>
export type Post = z.infer<typeof POSTS>[number]
export interface Thread {
  id: string
  channel: string
  messages: Said[]
}

/** A station and its sandbox as anybody on this machine can see them: over HTTP, and by nothing else. */
export interface Outside {
  /** All threads in which something was written since then, UTC ms. */
  threads(since: number): Promise<Thread[]>
  /** All of the station's texts on X since then that can be seen. */
  posts(since: number): Promise<Post[]>
  /** Somebody of the public writes on X; answers with the message's id. */
  write(author: string, text: string, inReplyTo: string | null): Promise<string>
  /** A member types in a channel; answers with what she privately gets back. */
  type(as: string, channel: string, text: string): Promise<Said[]>
  liftQuotas(lifted: boolean): Promise<void>
}

/** Everything throws an Error with the call and what was wrong with its answer. */
export function outside(url: string): Outside {
  const call = async <T>(shape: z.ZodType<T>, path: string, body?: object): Promise<T> => {
    const response = await fetch(new URL(path, url), {
      signal: AbortSignal.timeout(60_000),
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    const answer = shape.safeParse(JSON.parse(text))
    if (!answer.success) throw new Error(`${path}: ${answer.error.issues[0]?.message ?? 'unreadable'}`)
    return answer.data
  }

  return {
    async threads(since) {
      const channels = await call(CHANNELS, '/desk/channels')
      const all = await Promise.all(
        channels.map(async ({ name }) => {
          const threads = await call(THREADS, `/desk/channels/${encodeURIComponent(name)}/threads?since=${since}`)
          return threads.map((thread) => ({ ...thread, channel: name }))
        }),
      )
      return all.flat()
    },
    posts: (since) => call(POSTS, `/sandbox/posts?network=x&since=${since}`),
    write: async (author, text, inReplyTo) =>
      (
        await call(WRITTEN, '/sandbox/messages', {
          network: 'x',
          kind: 'mention',
          author,
          text,
          ...(inReplyTo && { inReplyTo }),
        })
      ).id,
    type: async (as, channel, text) => (await call(ANSWER, '/desk/messages', { as, channel, text })).private,
    liftQuotas: async (lifted) => void (await call(z.object({}), '/sandbox/quotas', { lifted })),
  }
}
