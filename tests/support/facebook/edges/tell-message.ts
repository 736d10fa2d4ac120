import type { Graph } from '../graph.ts'
import type { PrivateMessage } from '../types.ts'

/** @see https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages */
export function tellMessage(graph: Graph, { id, from, to, text, attachments, created }: PrivateMessage): void {
  const echo = from.id === graph.page.self.id
  graph.told({
    field: echo ? 'message_echoes' : 'messages',
    value: {
      sender: { id: from.id },
      recipient: { id: to.id },
      timestamp: created,
      message: {
        mid: id,
        ...(echo ? { is_echo: true, app_id: Number(graph.tokens.app.id) } : {}),
        ...(text === '' ? {} : { text }),
        ...(attachments.length === 0
          ? {}
          : { attachments: attachments.map(({ type, url }) => ({ type, payload: { url } })) }),
      },
    },
  })
}

/** @see https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-edits */
export const tellEdit = (graph: Graph, { id, from, to, text }: PrivateMessage): void =>
  graph.told({
    field: 'message_edits',
    value: {
      sender: { id: from.id },
      recipient: { id: to.id },
      timestamp: graph.clock.now(),
      message_edit: { mid: id, text, num_edit: 1 },
    },
  })
