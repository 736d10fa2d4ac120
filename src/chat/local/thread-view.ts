import type { Parts } from './parts.ts'
import { contentOf, type Message } from './store/messages.ts'

/** One message as scripts see it. What the public wrote has its own text and author, as they stand now. */
export function messageView(parts: Parts, message: Message) {
  const content = contentOf(message)
  const base = {
    id: parts.store.messages.idOf(message.seq),
    ...(message.edited_at !== null && { edited: true }),
    ...(message.deleted_at !== null && { deleted: true }),
    ...(content.about && { about: content.about }),
    ...(content.buttons && { buttons: content.buttons.map(({ action, value, label }) => ({ action, value, label })) }),
    ...(content.facts && { facts: content.facts }),
  }
  const { quote } = content
  if (!quote)
    return { ...base, from: message.author ?? 'station', text: content.text, at: message.at, kind: content.kind }
  return {
    ...base,
    from: quote.author,
    text: quote.text,
    at: quote.at,
    kind: 'message' as const,
    number: content.about?.message ?? null,
    external: content.about?.external ?? null,
    ...(quote.edited && { edited: true }),
    ...(quote.deleted && { deleted: true }),
    ...(quote.attachments.length > 0 && { attachments: quote.attachments }),
  }
}

/** A thread as scripts see it; `state` is the tone of its card: waiting, busy, done, bad or quiet. */
export function threadView(parts: Parts, root: Message) {
  const { about, state } = contentOf(root)
  return {
    id: parts.store.messages.idOf(root.seq),
    conversation: about?.conversation ?? null,
    network: about?.network ?? null,
    author: about?.author ?? root.author,
    state: state?.tone ?? null,
    label: state?.label ?? null,
    messages: [root, ...parts.store.messages.replies(root.seq)].map((it) => messageView(parts, it)),
  }
}
