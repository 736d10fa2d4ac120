import { jsonArg, textArg } from '../args.ts'
import { checkedBlocks } from '../blocks/check.ts'
import { Declined } from '../declined.ts'
import { blockId } from '../ids.ts'
import type { Args, Message, Metadata } from '../types.ts'

export const MOST_TEXT = 40_000
/** "text … 4,000 characters": chat.update's reference. */
export const MOST_TEXT_IN_UPDATE = 4_000

/** What a message says, checked: its text, its blocks and its metadata. */
export function content(args: Args, mostText = MOST_TEXT): Pick<Message, 'text' | 'blocks' | 'metadata'> {
  const text = textArg(args, 'text')
  const blocks = jsonArg(args, 'blocks')
  const nothing = blocks === undefined || (Array.isArray(blocks) && blocks.length === 0)
  // Both could hold mentions and links, and nobody would look for them there.
  for (const name of ['attachments', 'markdown_text']) if (args[name]) throw new Error(`this fake plays no ${name}`)
  if (text === '' && nothing) throw new Declined('no_text')
  if (text.length > mostText) throw new Declined('msg_too_long')
  const checked = blocks === undefined ? undefined : checkedBlocks(blocks, blockId)
  const metadata = readMetadata(args)
  return { text, ...(checked && checked.length > 0 ? { blocks: checked } : {}), ...(metadata ? { metadata } : {}) }
}

/** Both parts are needed, and both are checked (docs.slack.dev/messaging/message-metadata). */
function readMetadata(args: Args): Metadata | undefined {
  const metadata = jsonArg(args, 'metadata')
  if (metadata === undefined) return undefined
  const { event_type: type, event_payload: payload } = metadata as Partial<Metadata>
  if (
    typeof type !== 'string' ||
    type === '' ||
    typeof payload !== 'object' ||
    payload === null ||
    Array.isArray(payload)
  ) {
    throw new Declined('invalid_metadata_format')
  }
  if (JSON.stringify(metadata).length > 16_000) throw new Declined('metadata_too_large')
  return { event_type: type, event_payload: payload }
}
