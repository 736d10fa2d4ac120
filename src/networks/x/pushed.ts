import { z } from 'zod'
import type { Direct } from './direct-changes.ts'
import type { Person } from './page.ts'
import type { Post } from './post.ts'
import { readPushedDirect } from './pushed-direct.ts'
import { readPushedPost } from './pushed-post.ts'
import { ID, listOf, missing } from './wire.ts'

/** What a body that X pushed says, of what matters to the station. */
export interface Pushed {
  /** Whose account it is about. */
  about: string | null
  posts: Post[]
  /** What came along inside of them. */
  referred: Post[]
  directs: Direct[]
  deletions: { id: string; at: number | null }[]
  people: Map<string, Person>
}

const BODY = z.object({
  for_user_id: missing(ID),
  tweet_create_events: listOf(z.unknown()).prefault([]),
  tweet_delete_events: listOf(
    z.object({ status: z.object({ id: ID }), timestamp_ms: missing(z.coerce.number().int().positive()) }),
  ).prefault([]),
  direct_message_events: listOf(z.unknown()).prefault([]),
  users: z.record(z.string(), z.unknown()).catch({}),
})
const USER = z.object({ id: ID, screen_name: z.string().min(1), name: z.string().catch('') })

/** Reads a body of the Account Activity kind, event by event: one that cannot be read loses no others. Null: no such body. */
export function readPushed(stored: string): Pushed | null {
  const body = BODY.safeParse(parse(stored))
  if (!body.success) return null
  const { for_user_id, tweet_create_events, tweet_delete_events, direct_message_events, users } = body.data
  const read = tweet_create_events.flatMap((event) => readPushedPost(event) ?? [])
  const named = Object.values(users).flatMap((user) => USER.safeParse(user).data ?? [])
  return {
    about: for_user_id ?? null,
    posts: read.map(({ post }) => post),
    referred: read.flatMap(({ referred }) => referred),
    directs: direct_message_events.flatMap((event) => readPushedDirect(event) ?? []),
    deletions: tweet_delete_events.map(({ status, timestamp_ms }) => ({ id: status.id, at: timestamp_ms ?? null })),
    people: new Map([
      ...named.map(({ id, screen_name, name }) => [id, { id, handle: screen_name, name }] as const),
      ...read.flatMap(({ people }) => people.map((person) => [person.id, person] as const)),
    ]),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
