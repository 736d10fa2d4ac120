import twitter from 'twitter-text'
import type { People } from './people.ts'
import type { Snowflakes } from './snowflakes.ts'
import type { Person, Post } from './types.ts'

export interface NewPost {
  author: string
  text: string
  inReplyTo?: string | null
  quoted?: string | null
  reposted?: string | null
  media?: string[]
  lang?: string
  repliesClosed?: boolean
}

/** All posts, oldest first, and who is mentioned in which. */
export class Posts {
  readonly all: Post[] = []
  readonly #byId = new Map<string, Post>()
  readonly #byAuthor = new Map<string, Post[]>()
  readonly #mentioning = new Map<string, Post[]>()
  /** Told of each post, version and deletion, once it is a fact. */
  heard: (what: 'created' | 'deleted', post: Post) => void = () => {}
  readonly #people: People
  readonly #ids: Snowflakes

  constructor(people: People, ids: Snowflakes) {
    this.#people = people
    this.#ids = ids
  }

  byId = (id: string): Post | undefined => this.#byId.get(id)
  /** Oldest first. */
  by = (author: string): readonly Post[] => this.#byAuthor.get(author) ?? []
  /** Oldest first; its own posts too. */
  mentioning = (person: string): readonly Post[] => this.#mentioning.get(person) ?? []

  /** Writes a post down; of a reply, the names that X puts before it are in the text already. */
  add(made: NewPost, at: number): Post {
    const parent = made.inReplyTo ? this.byId(made.inReplyTo) : undefined
    const id = this.#ids.next(at)
    const post: Post = {
      id,
      author: made.author,
      text: made.text,
      at,
      conversation: parent?.conversation ?? id,
      inReplyTo: parent?.id ?? null,
      inReplyToUser: parent?.author ?? null,
      quoted: made.quoted ?? null,
      reposted: made.reposted ?? null,
      media: made.media ?? [],
      versions: [id],
      deleted: false,
      lang: made.lang ?? 'nl',
      repliesClosed: made.repliesClosed ?? false,
    }
    this.#keep(post)
    return post
  }

  /** A new version with a new id: docs.x.com/x-api/fundamentals/edit-posts. */
  edit(old: Post, text: string, at: number): Post {
    const id = this.#ids.next(at)
    old.versions.push(id)
    const post: Post = { ...old, id, text, at }
    this.#keep(post)
    return post
  }

  /** All versions go: "when any Post in a chain of edits is deleted, all are" (docs.x.com, manage Posts). */
  remove(post: Post): void {
    for (const id of post.versions) this.byId(id)!.deleted = true
    this.heard('deleted', post)
  }

  isLatest = (post: Post): boolean => post.versions.at(-1) === post.id

  /** Whom its text names, who is there; X counts the names before a reply too. */
  mentionedIn(text: string): Person[] {
    const names = twitter.extractMentions(text)
    return [...new Set(names.flatMap((name) => this.#people.named(name) ?? []))]
  }

  #keep(post: Post): void {
    this.all.push(post)
    this.#byId.set(post.id, post)
    push(this.#byAuthor, post.author, post)
    const mentioned = post.reposted ? [] : this.mentionedIn(post.text)
    for (const { id } of mentioned) push(this.#mentioning, id, post)
    this.heard('created', post)
  }
}

function push(lists: Map<string, Post[]>, key: string, post: Post): void {
  const list = lists.get(key)
  if (list) list.push(post)
  else lists.set(key, [post])
}
