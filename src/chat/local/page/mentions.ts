import { html } from 'hono/html'
import type { Content } from '../../../model/chat.ts'
import { mention } from './inert.ts'
import type { Html, View } from './view.ts'

/** Who is called, by name; whoever looks hears it said as well. */
export function mentionsOf(content: Content, { members, me, say }: View): Html {
  const called = (content.mentions ?? []).flatMap((id) => members.get(id) ?? [])
  if (called.length === 0) return ''
  return html`<span class="mentions">${called.map((member) => mention(member, me))}${called.some((it) => it.id === me.id) ? html`<span class="said">${say.mentionsYou}</span>` : ''}</span> `
}
