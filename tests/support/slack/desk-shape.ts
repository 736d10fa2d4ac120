import { decodeAction } from '../../../src/chat/slack/buttons.ts'
import { readId } from '../../../src/chat/slack/draw/ids.ts'
import { wordsIn } from './look.ts'
import type { Block, Element, Message } from './types.ts'

interface Button {
  /** Slack's id of it. */
  id: string
  action: string
  value: string
  label: string
}

/** A message in Slack as the local desk's calls would show it. */
export function deskTold(message: Message) {
  const about = readId(message.blocks?.[0]?.block_id ?? '')
  return {
    id: message.ts,
    from: message.bot_id ? 'station' : (message.user ?? ''),
    kind: about?.kind ?? 'message',
    text: wordsIn(message.blocks) || message.text,
    number: null as string | null,
    external: null as string | null,
    ...(message.edited && !message.bot_id ? { edited: true } : {}),
    about: {
      ...(about?.conversation != null && { conversation: about.conversation }),
      ...(about?.draft != null && { draft: about.draft }),
      ...(about?.code != null && { code: about.code }),
    },
    buttons: buttonsIn(message.blocks ?? []),
  }
}

/** A root with its replies. What the public wrote is a `message` with the network's id, as its link says. */
export function deskThread([root, ...replies]: Message[]) {
  const card = readId(root?.blocks?.[0]?.block_id ?? '')
  return {
    id: root?.ts ?? '',
    conversation: card?.kind === 'card' ? card.conversation : null,
    network: null,
    author: '',
    state: null,
    label: null,
    messages: [root, ...replies].flatMap((it) => (it ? [ofPublic(it)] : [])),
  }
}

function ofPublic(message: Message) {
  const shown = deskTold(message)
  const id = message.blocks?.[0]?.block_id ?? ''
  const about = readId(id)
  if (about?.kind !== 'card' && about?.kind !== 'message') return shown
  const number = about.kind === 'card' ? `${about.conversation}.1` : about.message
  const external = externalIn(message.blocks ?? [])
  const deleted = external === null || /De lezer heeft dit verwijderd/.test(shown.text)
  return { ...shown, kind: 'message', number, external, ...(deleted && { deleted: true }) }
}

/** The network's id stands at the end of the link to the original. */
function externalIn(value: unknown): string | null {
  if (Array.isArray(value)) return value.reduce<string | null>((found, it) => found ?? externalIn(it), null)
  if (typeof value !== 'object' || value === null) return null
  const { type, url } = value as { type?: unknown; url?: unknown }
  const found = type === 'link' ? /\/audience\/messages\/([^/?#]+)/.exec(String(url)) : null
  return found?.[1] ?? externalIn(Object.values(value))
}

function buttonsIn(blocks: Block[]): Button[] {
  return blocks
    .flatMap(({ elements = [] }) => elements)
    .flatMap((element: Element): Button[] => {
      const offered = element.options ?? [null]
      return offered.flatMap((option) => {
        const decoded = decodeAction({ ...element, ...(option && { selected_option: option }) } as never)
        const label = (option?.text ?? element.text)?.text ?? ''
        if (!decoded) return []
        return [{ id: option?.value ?? element.action_id ?? '', action: decoded.action, value: decoded.value, label }]
      })
    })
}
