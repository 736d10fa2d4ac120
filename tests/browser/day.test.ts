import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  expectAccessible,
  keepLook,
  type Mishaps,
  openBrowser,
  sitAtDesk,
  sitDown,
  takePicture,
  widthOf,
} from './people.ts'
import { type Program, startProgram } from './program.ts'

/** Monday 2027-01-11, 07:00 in Amsterdam: the first post of the week. */
const SEVEN = Date.UTC(2027, 0, 11, 6)

/** Longer than the hold of a reply. */
const HOLD = 12_000

let program: Program
let browser: Browser
const mishaps: Mishaps = []
let reader: Page
let deventer: Page
let delft: Page

beforeAll(async () => {
  program = await startProgram(SEVEN)
  browser = await openBrowser()
  reader = await sitDown(browser, mishaps)
  deventer = await sitDown(browser, mishaps)
  delft = await sitDown(browser, mishaps)
  await sitAtDesk(deventer, program.address, 'Curator Deventer')
  await sitAtDesk(delft, program.address, 'Curator Delft')
  await reader.goto(`${program.address}/audience?lang=nl&as=leesbeest`)
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const [name, page] of Object.entries({ reader, deventer, delft })) await keepLook(page, name)
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
})

const inChannel = (page: Page) => page.getByRole('link', { name: 'ochtendblad' }).first().click()
const said = (page: Page, text: string) => page.locator('#timeline article').filter({ hasText: text })
const card = (page: Page, text: string) => page.locator('.card.conversation').filter({ hasText: text })
const inThread = (page: Page, text: string | RegExp) =>
  page.locator('section.thread .messages li').filter({ hasText: text })
const tray = (page: Page) => page.locator('section.thread .tray')

async function write(form: Locator, text: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Tekst' }).fill(text)
  await form.getByRole('button', { name: 'Plaatsen' }).click()
}
async function type(page: Page, text: string): Promise<void> {
  const field = page.locator('section.thread textarea')
  await field.fill(text)
  await field.press('Enter')
}

test('at seven the first post stands on three networks, each in its own words, and is announced in its channel', async () => {
  await said(reader, 'Ik ben makelaar in koffie').filter({ hasText: 'Facebook' }).waitFor({ timeout: 85_000 })
  await said(reader, 'begint Max Havelaar. Welke').filter({ hasText: 'X' }).first().waitFor()
  await said(reader, 'Een makelaar in koffie opent').filter({ hasText: 'YouTube' }).waitFor()
  await inChannel(deventer)
  await deventer.locator('.card.post').filter({ hasText: 'uitgegaan' }).click()
  const thread = deventer.locator('section.thread')
  for (const words of ['begint Max Havelaar. Welke', 'stelt Batavus', 'opent Max Havelaar'])
    await thread.getByRole('link', { name: words }).waitFor()
  await expectAccessible(deventer)
})

test('what a reader answers on X is one thread in that channel', async () => {
  await said(reader, 'begint Max Havelaar. Welke')
    .first()
    .getByRole('link', { name: /^Antwoorden op/ })
    .click()
  await write(reader.locator('#composer'), 'Is dat ook als e-book te leen? Mijn ogen willen grote letters.')
  await said(reader, 'als e-book te leen').waitFor()
  await card(deventer, 'als e-book te leen').click()
  const thread = deventer.locator('section.thread')
  await thread.getByText('@leesbeest').first().waitFor()
  await thread.getByText('antwoord op een bericht van dit programma').waitFor()
  expect(await card(deventer, 'als e-book te leen').count()).toBe(1)
  await takePicture(deventer, 'desk-card')
})

test('what a curator types in the thread is inside, and the curator alone is asked whether it may go out', async () => {
  await inChannel(delft)
  await card(delft, 'als e-book te leen').click()
  await type(
    deventer,
    'Ja hoor! In de online Bibliotheek staat Max Havelaar, en de letters zet je daar zo groot als je wilt.',
  )
  await tray(deventer)
    .getByText(/Versturen aan @leesbeest op X\? \d+\/280/)
    .waitFor()
  await inThread(delft, 'de letters zet je daar').getByText('blijft binnen').waitFor()
  expect(await tray(delft).isVisible()).toBe(false)
  expect(await said(reader, 'de letters zet je daar').count()).toBe(0)
  await expectAccessible(deventer)
  await takePicture(deventer, 'desk-question')
})

test('a colleague who wants the same conversation is told who has it', async () => {
  await tray(deventer).getByRole('button', { name: 'Versturen' }).click()
  await inThread(deventer, /gaat uit over \d+ seconden/)
    .getByRole('button', { name: 'Terugnemen' })
    .waitFor()
  await takePicture(deventer, 'desk-hold')
  await card(delft, 'als e-book te leen').getByText('bij Curator Deventer').waitFor()
  const number = /#\d+/.exec((await delft.locator('#thread-name').textContent()) ?? '')?.[0]
  const command = delft.locator('section.list textarea')
  await command.fill(`/claim ${number}`)
  await command.press('Enter')
  await delft.locator('section.list .tray').getByText(`Curator Deventer heeft ${number} opgepakt`).waitFor()
})

test('after the hold it is out with its link, under the message that it answers', async () => {
  const sent = inThread(deventer, '✓ Curator Deventer antwoordde @leesbeest op X')
  await sent.waitFor({ timeout: 30_000 })
  const opened = deventer.waitForEvent('popup')
  await sent.getByRole('link', { name: 'Bekijk op X' }).click()
  await said(await opened, 'de letters zet je daar').waitFor()
  await (await opened).close()
  const answer = said(reader, 'de letters zet je daar')
  await answer.waitFor()
  expect(await answer.count()).toBe(1)
  await said(reader, 'begint Max Havelaar. Welke')
    .first()
    .evaluate((post) => post.scrollIntoView())
  await takePicture(reader, 'audience')
  await expectAccessible(reader)
})

test('what a colleague takes back in the hold never goes out', async () => {
  await type(deventer, '@schatkamer reply En in de bibliotheek ligt een grootletterboek.')
  const held = inThread(delft, 'grootletterboek').filter({ has: delft.getByRole('button', { name: 'Terugnemen' }) })
  await held.getByRole('button', { name: 'Terugnemen' }).click()
  await inThread(deventer, 'Teruggenomen').waitFor()
  await deventer.waitForTimeout(HOLD)
  expect(await said(reader, 'grootletterboek').count()).toBe(0)
})

test('the reader thanks in the same thread, changes it and deletes it, and the card follows', async () => {
  await said(reader, 'de letters zet je daar')
    .getByRole('link', { name: /^Antwoorden op/ })
    .click()
  await write(reader.locator('#composer'), 'Wat fijn, dank je wel!')
  await inThread(deventer, 'Wat fijn, dank je wel!').waitFor()
  expect(await card(deventer, 'e-book').count()).toBe(1)
  const thanks = said(reader, 'Wat fijn, dank je wel!').last()
  await thanks.getByRole('link', { name: 'Bewerken' }).click()
  await reader.locator('#composer').getByRole('textbox', { name: 'Tekst' }).fill('Wat fijn, dank je wel! Tot morgen.')
  await reader.locator('#composer').getByRole('button', { name: 'Bewaren' }).click()
  await inThread(deventer, 'Tot morgen.').getByText('bewerkt').waitFor()
  await takePicture(deventer, 'desk-thread')
  reader.once('dialog', (dialog) => void dialog.accept())
  await said(reader, 'Tot morgen.').last().getByRole('button', { name: 'Verwijderen' }).click()
  await inThread(deventer, 'De lezer heeft dit verwijderd').waitFor()
  expect(await deventer.content()).not.toContain('Tot morgen.')
})

test('hostile text calls nobody and does nothing', async () => {
  const hostile =
    '<img src=x onerror="document.title=1"><script>document.title=2</script> <!channel> @curator-delft javascript:alert(1) \u202egnp.exe'
  await reader.goto(`${program.address}/audience?lang=nl&as=leesbeest`)
  await write(reader.locator('#composer'), hostile)
  const row = card(delft, '<script>document.title=2</script>')
  await row.waitFor()
  await row.click()
  await delft
    .locator('section.thread')
    .getByText('<!channel> @curator-delft javascript:alert(1) gnp.exe')
    .first()
    .waitFor()
  expect(await delft.locator('section.thread .calls').count()).toBe(0)
  for (const page of [reader, delft]) {
    expect(await page.title()).toContain('Schatkamer')
    expect(await page.locator('img[src="x"], a[href^="javascript"]').count()).toBe(0)
  }
  await expectAccessible(delft)
})

test('on a phone, in the dark, the same can be done with a thumb', async () => {
  const phone = await sitDown(browser, mishaps, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: 'dark',
  })
  await sitAtDesk(phone, program.address, 'Curator Alkmaar')
  await phone.goto(`${program.address}/desk/in/ochtendblad`)
  await takePicture(phone, 'phone-list')
  await expectAccessible(phone)
  await card(phone, 'als e-book te leen').click()
  await phone.locator('section.thread textarea').waitFor()
  await takePicture(phone, 'phone-thread')
  await expectAccessible(phone)
  expect(await widthOf(phone)).toBeLessThanOrEqual(390)
  await phone.goto(`${program.address}/audience?lang=nl&as=leesbeest`)
  await expectAccessible(phone)
  expect(await widthOf(phone)).toBeLessThanOrEqual(390)
})

test('no page reported an error, and none was kept from something that it tried', () => {
  expect(mishaps).toEqual([])
})
