import { attachmentsOf, privateAttachmentsOf } from './attachments.ts'
import type { Comment, Message, Parent, Post } from './shapes.ts'
import { type Above, isOurs, onOurPage, type Said, type Us } from './written.ts'

/** What Graph says of a comment. */
export const saidInComment = ({ attachment, ...it }: Comment): Said => ({
  ...saidPublicly(it),
  attachments: attachment ? attachmentsOf([attachment]) : [],
})

/** What Graph says of a post. */
export const saidInPost = ({ attachments, ...it }: Post): Said => ({
  ...saidPublicly(it),
  attachments: attachmentsOf(attachments?.data ?? []),
})

/** What Graph says of a private message. */
export const saidPrivately = (it: Message): Said => ({
  id: it.id,
  from: it.from,
  text: it.message ?? '',
  attachments: privateAttachmentsOf(it),
  url: null,
  at: it.created_time,
  hidden: false,
})

const saidPublicly = (it: Omit<Comment, 'attachment' | 'parent'>) => ({
  id: it.id,
  from: it.from,
  text: it.message ?? '',
  url: it.permalink_url ?? null,
  at: it.created_time,
  hidden: it.is_hidden ?? false,
})

/** The comments above, nearest first. A post that Graph calls the parent is none of them. */
export function chainOf(us: Us, parent: Parent | null | undefined): Above[] {
  if (!parent || onOurPage(us, parent.id)) return []
  return [{ id: parent.id, ours: isOurs(us, parent.from) }, ...chainOf(us, parent.parent)]
}
