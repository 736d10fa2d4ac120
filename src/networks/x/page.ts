import { type Post, readPost } from './post.ts'
import { ANSWER, type Answer, DIRECT, ID, TWEET } from './wire.ts'

export interface Person {
  id: string
  handle: string
  name: string
}

/** An answer of X with posts in it. */
export interface Page {
  posts: Post[]
  /** What the posts refer to, and the posts themselves, by the ids of their first and of this version. */
  around: Map<string, Post>
  people: Map<string, Person>
  lacks: Lack[]
  next: string | null
  /** How many of the things could not be read. */
  unreadable: number
}

/** What X has not: there is no such post, or it is not for our eyes (protected, suspended, blocked). */
export interface Lack {
  id: string
  why: 'gone' | 'hidden'
}

/** Null where the answer as a whole is not one of X's. */
export function readAnswer(body: unknown): Answer | null {
  return typeof body === 'object' && body !== null ? (ANSWER.safeParse(body).data ?? null) : null
}

export function readPage(body: unknown): Page | null {
  const answer = readAnswer(body)
  if (answer === null) return null
  const given = Array.isArray(answer.data) ? answer.data : []
  const read = given.flatMap((one) => TWEET.safeParse(one).data ?? [])
  const posts = read.map((tweet) => readPost(tweet, answer.includes))
  const referred = (answer.includes?.tweets ?? []).map((tweet) => readPost(tweet, answer.includes))
  return {
    posts,
    around: index([...referred, ...posts]),
    people: peopleOf(answer),
    lacks: lacksOf(answer),
    next: answer.meta?.next_token ?? null,
    unreadable: given.length - read.length,
  }
}

export const index = (posts: readonly Post[]): Map<string, Post> =>
  new Map(posts.flatMap((post) => [[post.id, post] as const, [post.version, post] as const]))

export const peopleOf = ({ includes }: Answer): Map<string, Person> =>
  new Map((includes?.users ?? []).map(({ id, username, name }) => [id, { id, handle: username, name }]))

export const readDirects = ({ data }: Answer) =>
  (Array.isArray(data) ? data : []).flatMap((one) => DIRECT.safeParse(one).data ?? [])

function lacksOf({ errors }: Answer): Lack[] {
  return errors.flatMap(({ type, resource_id, value }): Lack[] => {
    const id = resource_id ?? ID.safeParse(value).data
    if (id === undefined) return []
    if (type.endsWith('/resource-not-found')) return [{ id, why: 'gone' }]
    return type.endsWith('/not-authorized-for-resource') ? [{ id, why: 'hidden' }] : []
  })
}
