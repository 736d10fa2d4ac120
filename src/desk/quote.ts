import type { Quote } from '../model/chat.ts'
import type { Message } from '../store/conversations.ts'

/** These turn the letters behind them around: `gnp.exe` is read as `exe.png`. Text of its own direction needs none. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g

/** What the public wrote, as a chat shows it: the text as it stands now, nothing of what was deleted. */
export const quoteOf = (message: Message, author: string): Quote => ({
  author,
  text: message.text.replace(OVERRIDES, ''),
  at: message.at,
  url: message.url,
  edited: message.edited_at !== null && message.state === 'live',
  deleted: message.state === 'deleted',
  attachments: JSON.parse(message.attachments),
})
