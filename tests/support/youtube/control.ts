import type { FakeYouTube } from './fake.ts'
import type { Answer } from './serve.ts'

type Act = (...args: never[]) => unknown

/** What runs with child processes may do and see, by name. */
const acts = (youtube: FakeYouTube): Readonly<Record<string, Act>> => ({
  comments: youtube.comments.bind(youtube),
  replies: youtube.replies.bind(youtube),
  edits: youtube.edits.bind(youtube),
  deletes: youtube.deletes.bind(youtube),
  disablesComments: youtube.disablesComments.bind(youtube),
  holds: youtube.holds.bind(youtube),
  fault: youtube.faults.add.bind(youtube.faults),
  clearFaults: youtube.faults.clear.bind(youtube.faults),
  revoke: youtube.oauth.revoke.bind(youtube.oauth),
  revive: () => {
    youtube.oauth.revoked = false
  },
  expire: youtube.oauth.expire.bind(youtube.oauth),
  grant: youtube.oauth.grant.bind(youtube.oauth),
  quota: (perDay: number | null) => {
    youtube.quota.perDay = perDay
  },
  visibleAfter: (ms: number) => {
    youtube.visibleAfter = ms
  },
  about: () => ({
    ...youtube.world.us,
    clientId: youtube.oauth.clientId,
    clientSecret: youtube.oauth.clientSecret,
    refreshToken: youtube.oauth.refreshToken,
  }),
  all: () => [...youtube.world.comments.values()],
  comment: (id: string) => youtube.world.comments.get(id) ?? null,
  requests: () => youtube.journal.requests,
  violations: () => [...youtube.journal.violations, ...youtube.broken.map(String)],
  posts: () => youtube.journal.posts,
  counts: () => Object.fromEntries(youtube.journal.counts()),
  blind: () => youtube.journal.blind,
  spent: () => Object.fromEntries(youtube.quota.spent),
  refreshes: () => youtube.oauth.refreshes,
})

/** `POST /_control/<name>`, the arguments as a JSON array. */
export async function control(youtube: FakeYouTube, name: string, raw: string): Promise<Answer> {
  const does = acts(youtube)[name]
  if (!does) return { status: 404, body: { error: `no control ${name}` } }
  try {
    const value = await does(...((raw === '' ? [] : JSON.parse(raw)) as never[]))
    return { status: 200, body: { value: value ?? null } }
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}
