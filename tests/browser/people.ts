import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe, { type AxeResults } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const LOOKS = join(import.meta.dirname, '../../dist/looks')
const PICTURES = join(import.meta.dirname, '../../docs/screenshots')

/** Debian's Chromium, or the one that CHROMIUM names. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // The container in which this runs is the sandbox; as root Chromium would not start with its own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

/** Axe and the taking of pictures try styles of their own, which the rules of the page rightly block. */
const lookedAt = new WeakSet<Page>()

/** What must never happen on a page: an error in its script, something blocked by its rules, a dialog nobody opened. */
export type Mishaps = string[]

/** Opens a page in a browser profile of its own, as a person at a machine of their own. */
export async function sitDown(browser: Browser, mishaps: Mishaps, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !(lookedAt.has(page) && text.includes("'style-src")))
      mishaps.push(`console: ${text}`)
  })
  return page
}

/** The team's page, as this member. */
export async function sitAtDesk(page: Page, address: string, name: string): Promise<void> {
  await page.goto(`${address}/desk/who`)
  await page.getByRole('button', { name }).click()
  await page.waitForURL('**/desk/in/**')
}

/** Everything that axe finds wrong with what is on the page at this moment. */
export async function expectAccessible(page: Page): Promise<void> {
  lookedAt.add(page)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html.slice(0, 160)).join(' | ')}`)).toEqual(
    [],
  )
}

/** With SCREENSHOTS=1 the README's pictures are taken again. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  lookedAt.add(page)
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** What somebody saw when a test failed, for whoever looks into it. */
export async function keepLook(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(LOOKS, `${name}.png`) })
}

export const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')
