import type { Direct, Person, Post } from './types.ts'
import { X } from './x.ts'

export interface Written {
  quoted?: string
  media?: string[]
  lang?: string
  repliesClosed?: boolean
  /** Of a reply: exactly this text, without the names that X's own client puts before it. */
  plain?: boolean
}

/** An X with the public in it: what anybody does there, our account by hand too. */
export class XWithPublic extends X {
  /** A post on its own; `@schatkamer …` in it makes it a mention. */
  writes(username: string, text: string, more: Written = {}): Post {
    return this.#add(username, { text, ...more })
  }

  /** A reply under a post; it is sent to its author and to whom that named, as X's client does. */
  replies(username: string, to: string, text: string, more: Written = {}): Post {
    const parent = this.post(to)
    const author = this.person(username)
    const { people, posts } = this.state
    const named = new Set(posts.mentionedIn(text).map(({ id }) => id))
    const all = [people.must(parent.author), ...posts.mentionedIn(parent.text)]
    const missing = all.filter(({ id }) => id !== author.id && !named.has(id))
    const names = more.plain ? [] : [...new Set(missing.map((one) => `@${one.username}`))]
    return this.#add(username, { text: [...names, text].join(' '), inReplyTo: parent.id, ...more })
  }

  /** Passes a post on without a word. */
  reposts(username: string, id: string): Post {
    const { author, text } = this.post(id)
    return this.#add(username, { text: `RT @${this.state.people.must(author).username}: ${text}`, reposted: id })
  }

  /** A new version, with a new id. */
  edits(id: string, text: string): Post {
    return this.state.posts.edit(this.post(id), text, this.clock.now())
  }

  deletes(id: string): void {
    this.state.posts.remove(this.post(id))
  }

  protects(username: string): void {
    this.person(username).state = 'protected'
  }

  suspends(username: string): void {
    this.person(username).state = 'suspended'
  }

  reinstates(username: string): void {
    this.person(username).state = 'active'
  }

  /** A private message to our account. */
  sendsDirect(username: string, text: string): Direct {
    return this.state.directs.add({ sender: this.person(username).id, recipient: this.me.id, text }, this.clock.now())
  }

  /** Who goes by a handle, made where nobody does. */
  person(username: string): Person {
    return this.state.people.orNew(username, this.clock.now())
  }

  post(id: string): Post {
    const post = this.state.posts.byId(id)
    if (!post) throw new Error(`no post ${id}`)
    return post
  }

  /** What our account published and still stands, oldest first. */
  published(): Post[] {
    return this.state.posts.by(this.me.id).filter((post) => !post.deleted && this.state.posts.isLatest(post))
  }

  #add(username: string, made: Written & { text: string; inReplyTo?: string; reposted?: string }): Post {
    const { plain: _, ...post } = made
    return this.state.posts.add({ author: this.person(username).id, ...post }, this.clock.now())
  }
}
