import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { OnAir } from '../support/on-air.ts'
import { expectAccessible, type Mishaps, openBrowser, sitAtDesk, sitDown, widthOf } from './people.ts'

let browser: Browser
const mishaps: Mishaps = []
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A card of a message that stands like this on its network, before a curator at a wide page and at a phone. */
async function cardOf(network: 'x' | 'youtube', stands: { sight?: string; unanswerable?: string }): Promise<Page[]> {
  const station = await OnAir.at()
  await station.writes('leesbeest', 'Kijk op mijn kanaal', { network, kind: network === 'x' ? 'mention' : 'comment' })
  const { id, channel, conversation } = await station.threadWith('Kijk op mijn kanaal')
  const db = new Database(join(station.folder, 'station.db'))
  db.prepare('update message set sight = ?, unanswerable = ?').run(stands.sight ?? null, stands.unanswerable ?? null)
  db.close()
  // Whatever changes on a card draws it anew.
  await station.types('curator-delft', { channel }, `/tag ${conversation} leestip`)
  await station.thread(id, (it) => JSON.stringify(it.messages[0]).includes('Leestip'))
  const pages: Page[] = []
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const page = await sitDown(browser, mishaps, { viewport })
    onTestFinished(() => page.context().close())
    await sitAtDesk(page, station.address, 'Curator Delft')
    await page.goto(`${station.address}/desk/in/${channel}/${id}`)
    await page.locator('article.root').waitFor()
    expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width)
    await expectAccessible(page)
    pages.push(page)
  }
  return pages
}

const buttons = (page: Page) => page.locator('article.root .buttons > form > button, article.root .buttons > button')

test('a message that X lets us not answer has a link to it in the place of a reply', async () => {
  const pages = await cardOf('x', { unanswerable: 'not-summoned' })
  for (const page of pages) {
    const link = page.getByRole('link', { name: /^antwoorden mag hier niet van X: .*Antwoord met de hand/ })
    expect(await link.getAttribute('href')).toMatch(/\S/)
    expect(await buttons(page).allInnerTexts()).toEqual(['Oppakken', 'Sluiten'])
  }
})

test('a comment that waits for approval says so, and behind "more" is what decides about it', async () => {
  const pages = await cardOf('youtube', { sight: 'held' })
  for (const page of pages) {
    await page.locator('article.root .state', { hasText: 'wacht op goedkeuring' }).waitFor()
    expect(await buttons(page).allInnerTexts()).toEqual(['Oppakken', 'Sluiten'])
    await page.locator('article.root details.overflow summary').click()
    await page.getByRole('button', { name: 'Goedkeuren' }).waitFor()
    await page.getByRole('button', { name: 'Afwijzen' }).waitFor()
    await expectAccessible(page)
  }
  expect(mishaps).toEqual([])
})
