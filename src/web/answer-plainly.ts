import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type FrontCode, frontWording } from '../wording/front.ts'
import { preferred } from './language.ts'

/** One sentence: as a page for a browser, with its code for a script. */
export function answerPlainly(c: Context, status: ContentfulStatusCode, code: FrontCode) {
  const language = preferred(c, 'en')
  const message = frontWording(language)[code]()
  if (!c.req.header('accept')?.includes('text/html')) return c.json({ error: code, message }, status)
  return c.html(
    html`<!doctype html>
      <html lang="${language}">
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>Schatkamer</title>
        <h1>Schatkamer</h1>
        <p>${message}</p>
      </html>`,
    status,
  )
}
