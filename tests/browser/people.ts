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

/** Pages that axe is looking at: it tries styles of its own, which the page's rules rightly block. */
const underAxe = new WeakSet<Page>()

/** What must never happen on a page: an error in its script, something blocked by its rules, a dialog nobody opened. */
export type Mishaps = string[]

/** Opens a page in a browser profile of its own, as a person at a machine of their own. */
export async function sitDown(browser: Browser, mishaps: Mishaps, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => mishaps.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !underAxe.has(page)) mishaps.push(`console: ${message.text()}`)
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
  underAxe.add(page)
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })")
  underAxe.delete(page)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html.slice(0, 160)).join(' | ')}`)).toEqual(
    [],
  )
}

/** With SCREENSHOTS=1 the README's pictures are taken again. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** What somebody saw when a test failed, for whoever looks into it. */
export async function keepLook(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(LOOKS, `${name}.png`) })
}

export const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth')
