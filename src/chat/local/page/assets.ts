import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Hono } from 'hono'

/** Resolved by name, so that they are found from the source and from the bundle alike. */
const { resolve } = createRequire(import.meta.url)

const ASSETS: Record<string, string> = {
  'htmx.js': 'htmx.org/dist/htmx.min.js',
  'desk.css': '#desk/desk.css',
  'frame.css': '#desk/frame.css',
  'cards.css': '#desk/cards.css',
  'thread.css': '#desk/thread.css',
  'compose.css': '#desk/compose.css',
  'desk.js': '#desk/desk.js',
  'live.js': '#desk/live.js',
  'keys.js': '#desk/keys.js',
  'compose.js': '#desk/compose.js',
  'sheets.js': '#desk/sheets.js',
}

/** The page's style sheets and scripts. */
export const assetRoutes = (): Hono =>
  new Hono().get('/:name', (c) => {
    const name = c.req.param('name')
    const file = ASSETS[name]
    if (file === undefined) return c.notFound()
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
    return c.body(readFileSync(resolve(file)), 200, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
    })
  })
