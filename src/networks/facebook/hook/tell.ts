import { SECOND } from '../../../model/clock.ts'
import { one } from '../attachments.ts'
import { isOurs, type Us } from '../written.ts'
import { CHANGE, DELIVERY, ENTRY, FEED_COMMENT, FEED_POST, MENTION_COMMENT, MENTION_POST, PRIVATE } from './shapes.ts'
import type { Told } from './told.ts'

/** What a stored delivery tells, in its order, and how many of its parts could not be read. */
export interface Heard {
  told: Told[]
  odd: number
}

/** Reads a stored delivery. What is not for us, or of ourselves, is left out; an odd part loses no other. Never throws. */
export function hear(us: Us, stored: string): Heard {
  const delivery = DELIVERY.safeParse(parse(stored))
  if (!delivery.success) return { told: [], odd: 1 }
  const heard: Heard = { told: [], odd: 0 }
  const take = (parts: readonly unknown[] | null | undefined, read: (part: unknown) => Told | 'nothing' | null) => {
    for (const part of parts ?? []) {
      const told = read(part)
      if (told === null) heard.odd++
      else if (told !== 'nothing') heard.told.push(told)
    }
  }
  for (const part of delivery.data.entry) {
    const entry = ENTRY.safeParse(part)
    if (!entry.success) heard.odd++
    if (!entry.success || entry.data.id !== us.pageId) continue
    const { time, changes, messaging, standby } = entry.data
    take(changes, (change) => changed(us, change, time * SECOND))
    // Standby: another app of the page has the conversation at this moment; people still write to the page.
    for (const messages of [messaging, standby]) take(messages, (message) => privately(us, message))
  }
  return heard
}

function parse(stored: string): unknown {
  try {
    return JSON.parse(stored)
  } catch {
    return null
  }
}

const COMMENTS = new Set(['comment'])
const POSTS = new Set(['post', 'photo', 'share', 'status', 'video'])
const VERBS = new Set(['add', 'edited', 'edit', 'remove', 'delete', 'hide', 'unhide'])

/** Null: it should mean something to us, but cannot be read. */
function changed(us: Us, change: unknown, happened: number): Told | 'nothing' | null {
  const read = CHANGE.safeParse(change)
  if (!read.success) return null
  const { field, value } = read.data
  if (typeof value !== 'object' || value === null) return null
  const { item, verb } = value as { item?: unknown; verb?: unknown }
  if (typeof item !== 'string' || !(COMMENTS.has(item) || POSTS.has(item))) return 'nothing'
  if (typeof verb !== 'string' || !VERBS.has(verb)) return 'nothing'
  const told =
    field === 'feed' ? inFeed(value, happened) : field === 'mention' ? asMention(us, value, happened) : 'nothing'
  return told !== null && told !== 'nothing' && told.kind !== 'message' && isOurs(us, told.from) ? 'nothing' : told
}

function inFeed(value: object, happened: number): Told | null {
  const comment = FEED_COMMENT.safeParse(value)
  const read = comment.success ? comment : FEED_POST.safeParse(value)
  if (!read.success) return null
  const { verb, post_id, from, message, created_time, photo, photos, video, link, item, is_hidden } = read.data
  const pictures = [
    ...(photos ?? []),
    ...(photo ? [photo] : []),
    ...(item === 'photo' && link && !photos ? [link] : []),
  ]
  const told = {
    verb,
    from,
    text: message ?? null,
    attachments: [
      ...pictures.flatMap((url) => one('image', url, null)),
      ...one('video', video ?? (item === 'video' ? link : null), null),
      ...(item === 'share' ? one('file', link, null) : []),
    ],
    at: created_time ? created_time * SECOND : happened,
    happened,
    hidden: is_hidden ?? null,
  }
  if (!comment.success) return { ...told, kind: 'post', id: post_id, url: `https://www.facebook.com/${post_id}` }
  const { comment_id, parent_id, post } = comment.data
  const parent = parent_id === post_id ? null : parent_id === comment_id ? undefined : (parent_id ?? undefined)
  const url = permalink(post?.permalink_url, comment_id)
  return { ...told, kind: 'comment', id: comment_id, post: post_id, parent, url, elsewhere: false }
}

function asMention(us: Us, value: object, happened: number): Told | null {
  const comment = MENTION_COMMENT.safeParse(value)
  const read = comment.success ? comment : MENTION_POST.safeParse(value)
  if (!read.success) return null
  const { verb, post_id, sender_id, sender_name, message, created_time } = read.data
  const told = {
    verb,
    from: sender_id ? { id: sender_id, name: sender_name } : null,
    text: message ?? null,
    attachments: [],
    at: created_time ? created_time * SECOND : happened,
    happened,
    hidden: null,
    url: `https://www.facebook.com/${comment.success ? comment.data.comment_id : post_id}`,
  }
  if (!comment.success) return { ...told, kind: 'post', id: post_id }
  const elsewhere = !post_id.startsWith(`${us.pageId}_`)
  return { ...told, kind: 'comment', id: comment.data.comment_id, post: post_id, parent: undefined, elsewhere }
}

const KINDS = new Map<string, 'image' | 'video' | 'audio'>([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
])

function privately(us: Us, part: unknown): Told | 'nothing' | null {
  const read = PRIVATE.safeParse(part)
  if (!read.success) return carriesMessage(part) ? null : 'nothing'
  const { sender, timestamp, message, message_edit } = read.data
  if (message?.is_echo || sender.id === us.pageId) return 'nothing'
  const said = { kind: 'message' as const, person: sender.id, at: timestamp }
  if (message_edit) {
    return {
      ...said,
      id: message_edit.mid,
      text: message_edit.text ?? '',
      attachments: [],
      edits: message_edit.num_edit,
    }
  }
  if (!message) return 'nothing'
  const attachments = (message.attachments ?? []).flatMap(({ type, payload, title, url }) =>
    one(KINDS.get(type) ?? 'file', payload?.url ?? url, title ?? payload?.title ?? null),
  )
  return { ...said, id: message.mid, text: message.text ?? '', attachments, edits: 0 }
}

/** Receipts, reactions and the like carry no message; they are none of ours. */
const carriesMessage = (part: unknown): boolean =>
  typeof part !== 'object' || part === null || 'message' in part || 'message_edit' in part

/** A comment's own address, where the post's is told. */
function permalink(post: string | null | undefined, comment: string): string {
  if (!post || !URL.canParse(post)) return `https://www.facebook.com/${comment}`
  const url = new URL(post)
  url.searchParams.set('comment_id', comment.split('_').at(-1) ?? comment)
  return url.href
}
