import { tellComment } from './edges/tell-comment.ts'
import { tellEdit, tellMessage } from './edges/tell-message.ts'
import { tellGone, tellPost } from './edges/tell-post.ts'
import type { Graph } from './graph.ts'
import type { Comment, CommentAttachment, Photo, Post, PrivateAttachment, PrivateMessage } from './types.ts'

/** What the public does on and around the page. People go by name; the same name is the same person. */
export class Public {
  readonly #graph: Graph
  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** Under a post, or under a comment as a reply. */
  comments(under: string, by: string, text: string, attachment: CommentAttachment | null = null): Comment {
    const { page, clock } = this.#graph
    const post = page.posts.get(under) ?? page.posts.get(page.comments.get(under)?.post ?? '')
    if (!post) throw new Error(`there is no post or comment ${under}`)
    const comment: Comment = {
      kind: 'comment',
      id: page.ids.comment(post.id),
      post: post.id,
      parent: page.parentFor(under),
      from: page.person(by),
      message: text,
      attachment,
      hidden: false,
      likes: 0,
      likedByUs: false,
      created: clock.now(),
    }
    page.comments.set(comment.id, comment)
    post.updated = comment.created
    tellComment(this.#graph, comment, 'add')
    return comment
  }

  /** A post of a visitor on our page. */
  visits(by: string, text: string, { photo = false } = {}): Post {
    const post = this.#post(by, text, { item: 'post', photo })
    tellPost(this.#graph, post)
    return post
  }

  /** A post of ours, shared on to somebody's own timeline. */
  shares(post: string, by: string, text: string): Post {
    const shared = this.#post(by, text, { item: 'share', link: `https://www.facebook.com/${post}` })
    tellPost(this.#graph, shared)
    return shared
  }

  /** A post on somebody's own timeline that names our page. */
  mentions(by: string, text: string): Post {
    const post = this.#post(by, text, { item: 'status', tagsUs: true })
    this.#graph.told({
      field: 'mention',
      value: {
        post_id: post.id,
        sender_name: post.from.name,
        sender_id: post.from.id,
        item: 'post',
        verb: 'add',
        created_time: Math.floor(post.created / 1_000),
        message: text,
      },
    })
    return post
  }

  /** In private, in Messenger. */
  writes(by: string, text: string, attachments: PrivateAttachment[] = []): PrivateMessage {
    const { page, clock } = this.#graph
    const person = page.person(by)
    const conversation = page.conversationWith(person)
    const message: PrivateMessage = {
      kind: 'message',
      id: page.ids.message(),
      conversation: conversation.id,
      from: person,
      to: { id: page.self.id, name: page.self.name },
      text,
      attachments,
      created: clock.now(),
    }
    conversation.messages.push(message)
    conversation.updated = message.created
    tellMessage(this.#graph, message)
    return message
  }

  /** Another text for what one wrote: a comment, a post, or a private message. */
  edits(id: string, text: string): void {
    const { page, clock } = this.#graph
    const comment = page.comments.get(id)
    if (comment) {
      comment.message = text
      tellComment(this.#graph, comment, 'edited')
      return
    }
    const post = page.posts.get(id)
    if (post) {
      post.message = text
      post.updated = clock.now()
      // Of another's timeline no more is told than that it named us.
      if (!post.tagsUs) tellPost(this.#graph, post, 'edited')
      return
    }
    const message = page.message(id)
    if (!message) throw new Error(`there is nothing ${id}`)
    message.text = text
    tellEdit(this.#graph, message)
  }

  /** Takes back what one wrote; what hangs under it goes with it, and only the one is told of. */
  deletes(id: string): void {
    const { page } = this.#graph
    const comment = page.comments.get(id)
    const post = page.posts.get(id)
    if (!comment && !post) throw new Error(`there is nothing ${id}`)
    page.uproot(id)
    if (comment) tellComment(this.#graph, comment, 'remove')
    else if (post && !post.tagsUs) tellGone(this.#graph, post, true)
  }

  /** Somebody else who runs the page takes it out of sight, or puts it back. */
  hides(id: string, hidden = true): void {
    const comment = this.#graph.page.comments.get(id)
    if (!comment) throw new Error(`there is no comment ${id}`)
    comment.hidden = hidden
    tellComment(this.#graph, comment, hidden ? 'hide' : 'unhide')
  }

  likes(id: string): void {
    const comment = this.#graph.page.comments.get(id)
    if (comment) comment.likes += 1
  }

  #post(
    by: string,
    text: string,
    more: { item: Post['item']; link?: string; tagsUs?: boolean; photo?: boolean },
  ): Post {
    const { page, clock } = this.#graph
    const from = page.person(by)
    const now = clock.now()
    const onOwn = more.tagsUs || more.item === 'share'
    const photo: Photo = {
      ...{ kind: 'photo', id: page.ids.photo(), created: now, from, name: '', alt: null },
      ...{ published: true, bytes: 0, type: 'image/jpeg' },
    }
    const post: Post = {
      kind: 'post',
      id: onOwn ? page.ids.postOf(from.id) : page.ids.post(),
      item: more.item,
      from,
      message: text,
      link: more.link ?? null,
      photos: more.photo ? [photo] : [],
      tagsUs: more.tagsUs ?? false,
      hidden: false,
      created: now,
      updated: now,
    }
    page.posts.set(post.id, post)
    return post
  }
}
