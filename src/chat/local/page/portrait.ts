import { html } from 'hono/html'
import { plainName } from './inert.ts'
import type { Html, View } from './view.ts'

/** A member as a small disc: the initials that the station gives, as they stand behind a reply. */
export function portraitOf(member: string, { premises }: Pick<View, 'premises'>): Html {
  const initials = premises.people.find((it) => it.id === member)?.initials ?? ''
  return html`<span class="portrait" aria-hidden="true">${plainName(initials || member)
    .slice(0, 2)
    .toUpperCase()}</span>`
}
