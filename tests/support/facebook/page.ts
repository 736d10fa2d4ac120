import { Ids } from './ids.ts'
import type { Author, Comment, Conversation, Node, PageNode, Photo, Post, PrivateMessage } from './types.ts'

/** Everything that stands on and around one page. */
export class FacebookPage {
  readonly self: PageNode
  readonly ids: Ids
  readonly posts = new Map<string, Post>()
  readonly comments = new Map<string, Comment>()
  readonly photos = new Map<string, Photo>()
  readonly conversations = new Map<string, Conversation>()
  readonly people = new Map<string, Author>()
  /** False: an answer to a reply keeps the reply as its parent; true: it hangs under the comment at the top, as people see it. */
  flat = true

  constructor(self: Omit<PageNode, 'kind'>) {
    this.self = { kind: 'page', ...self }
    this.ids = new Ids(self.id)
  }

  /** Somebody of the public, by name; the same name is the same person. */
  person(name: string): Author {
    const known = this.people.get(name)
    if (known) return known
    const person = { id: this.ids.person(), name }
    this.people.set(name, person)
    return person
  }

  node(id: string): Node | null {
    if (id === this.self.id || id === this.self.username) return this.self
    return (
      this.posts.get(id) ??
      this.comments.get(id) ??
      this.photos.get(id) ??
      this.conversations.get(id) ??
      this.message(id) ??
      this.#personOf(id)
    )
  }

  #personOf(id: string): Node | null {
    const found = [...this.people.values()].find((one) => one.id === id)
    return found ? { kind: 'person', ...found } : null
  }

  message(id: string): PrivateMessage | null {
    for (const { messages } of this.conversations.values()) {
      const found = messages.find((one) => one.id === id)
      if (found) return found
    }
    return null
  }

  /** The comments right under a post or comment, oldest first; with `all` those under them as well. */
  under(id: string, all: boolean): Comment[] {
    const direct = [...this.comments.values()].filter((one) =>
      this.posts.has(id) ? one.post === id && (all || one.parent === null) : one.parent === id,
    )
    if (!all || this.posts.has(id)) return direct
    return [...direct, ...direct.flatMap((one) => this.under(one.id, true))].sort((a, b) => a.created - b.created)
  }

  /** Where an answer to this comment hangs. */
  parentFor(id: string): string | null {
    const comment = this.comments.get(id)
    if (!comment) return null
    return this.flat && comment.parent !== null ? comment.parent : id
  }

  /** Takes a comment away with everything under it. */
  uproot(id: string): void {
    for (const one of this.under(id, true)) this.comments.delete(one.id)
    this.comments.delete(id)
    this.posts.delete(id)
    this.photos.delete(id)
  }

  conversationWith(person: Author): Conversation {
    const known = [...this.conversations.values()].find((one) => one.person.id === person.id)
    if (known) return known
    const conversation: Conversation = {
      kind: 'conversation',
      id: this.ids.conversation(),
      person,
      messages: [],
      updated: 0,
    }
    this.conversations.set(conversation.id, conversation)
    return conversation
  }
}
