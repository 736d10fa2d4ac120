import { type Clock, SECOND } from '../../../src/model/clock.ts'
import { type Comment, newCommentId, type Person, type Status } from './comment.ts'

/** A channel with its videos and what was written under them. Times are whole seconds, as YouTube tells them. */
export class World {
  readonly us: Person & { handle: string } = {
    channel: 'UCschatkamer-of-the-tests',
    name: '@schatkamer',
    handle: '@schatkamer',
  }
  readonly videos = new Map<string, { title: string; comments: boolean }>([
    ['dQwVideo001', { title: 'Boek van de week', comments: true }],
  ])
  readonly comments = new Map<string, Comment>()
  readonly deleted = new Set<string>()
  readonly #clock: Clock
  /** The ids of the replies of each comment; under null those of the top-level ones. */
  readonly #under = new Map<string | null, Set<string>>()
  #seq = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  get now(): number {
    return Math.floor(this.#clock.now() / SECOND) * SECOND
  }

  person = (name: string): Person => ({ channel: `UC${Buffer.from(name).toString('base64url')}`, name: `@${name}` })

  /** Somebody writes under a video, or (`video` null) about the channel. */
  comment(name: string, text: string, video: string | null = 'dQwVideo001', status: Status = 'published'): Comment {
    return this.add({ parent: null, video, author: this.person(name), text, status })
  }

  /** Somebody answers a top-level comment. */
  reply(name: string, parent: string, text: string, status: Status = 'published'): Comment {
    const above = this.known(parent)
    return this.add({ parent: above.parent ?? above.id, video: above.video, author: this.person(name), text, status })
  }

  edit(id: string, text: string): void {
    Object.assign(this.known(id), { text, updated: this.now })
  }

  /** By its author or by us; a top-level comment takes its replies along. */
  remove(id: string): void {
    for (const one of [this.known(id), ...this.repliesOf(id)]) {
      this.comments.delete(one.id)
      this.#under.get(one.parent)?.delete(one.id)
      this.deleted.add(one.id)
    }
  }

  add(what: Pick<Comment, 'parent' | 'video' | 'author' | 'text' | 'status'>): Comment {
    const id = newCommentId(++this.#seq, what.parent)
    const comment = { ...what, id, published: this.now, updated: this.now }
    this.comments.set(id, comment)
    this.#under.set(what.parent, (this.#under.get(what.parent) ?? new Set()).add(id))
    return comment
  }

  known(id: string): Comment {
    const comment = this.comments.get(id)
    if (!comment) throw new Error(`no comment ${id} here`)
    return comment
  }

  /** Newest first. */
  repliesOf = (parent: string): Comment[] => this.#sorted(this.#under.get(parent))
  roots = (): Comment[] => this.#sorted(this.#under.get(null))

  #sorted(ids: ReadonlySet<string> | undefined): Comment[] {
    const found = [...(ids ?? [])].flatMap((id) => this.comments.get(id) ?? [])
    return found.sort((a, b) => b.published - a.published || (a.id < b.id ? 1 : -1))
  }
}
