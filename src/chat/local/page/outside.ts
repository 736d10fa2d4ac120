import { html } from 'hono/html'
import type { Html } from './view.ts'

/** A link out of the desk; an address that is no web address is no link. */
export const outside = (url: string | null | undefined, label: string): Html =>
  url && isWeb(url)
    ? html`<a class="outside" href="${url}" target="_blank" rel="noopener noreferrer nofollow"><span dir="auto">${label}</span><span aria-hidden="true"> ↗</span></a>`
    : ''

const isWeb = (url: string): boolean => (url.startsWith('/') ? !url.startsWith('//') : /^https?:\/\//i.test(url))
