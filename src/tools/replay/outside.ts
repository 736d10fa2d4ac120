import { z } from 'zod'
import { MINUTE } from '../../model/clock.ts'

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
const TOLD = SAID.extend({ id: z.string(), event: z.string().nullish() })
const ANSWER = z.object({ event: z.string().nullable(), private: z.array(SAID.extend({ id: z.string().optional() })) })
const POSTS = z.array(z.object({ id: z.string(), text: z.string(), inReplyTo: z.string().nullable(), at: z.number() }))
const WRITTEN = z.object({ id: z.string() })

/** A station under load may be slow; what it never answers counts as not played. */
const PATIENCE = 5 * MINUTE

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
      signal: AbortSignal.timeout(PATIENCE),
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`)
    const answer = shape.safeParse(JSON.parse(text))
    if (!answer.success) throw new Error(`${path}: ${answer.error.issues[0]?.message ?? 'unreadable'}`)
    return answer.data
  }

  /** Waits for what a member privately gets back on an event, on the stream that her page listens to. */
  const toldLater = async (as: string, event: string): Promise<z.infer<typeof TOLD>> => {
    const response = await fetch(new URL(`/desk/events?as=${encodeURIComponent(as)}`, url), {
      signal: AbortSignal.timeout(PATIENCE),
    })
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (text + chunk).split('\n')
      text = lines.pop() ?? ''
      for (const line of lines.filter((one) => one.startsWith('data: '))) {
        const told = TOLD.safeParse(JSON.parse(line.slice('data: '.length)))
        if (told.success && told.data.event === event) return told.data
      }
    }
    throw new Error('/desk/events ended without an answer')
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
    async type(as, channel, text) {
      const answer = await call(ANSWER, '/desk/messages', { as, channel, text })
      const [first] = answer.private
      // Without an id it only says that the station's own answer comes later.
      const told =
        first?.id === undefined && answer.event !== null ? [await toldLater(as, answer.event)] : answer.private
      const ids = told.flatMap(({ id }) => (id === undefined ? [] : [id]))
      if (ids.length > 0) await call(z.object({}), '/desk/events/ack', { as, ids })
      return told
    },
    liftQuotas: async (lifted) => void (await call(z.object({}), '/sandbox/quotas', { lifted })),
  }
}
