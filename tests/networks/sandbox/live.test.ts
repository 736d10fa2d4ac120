import { expect, test } from 'vitest'
import { playground } from './playground.ts'

const submit = (town: ReturnType<typeof playground>, path: string, form: Record<string, string>) =>
  town.app().request(`${path}?lang=nl`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })

test('nobody writes, for a script or on the page, on a network where the station is really on the air', async () => {
  const town = playground({ plays: ['facebook'] })
  const refused = await town.request('POST', '/sandbox/messages', {
    network: 'x',
    author: 'anna',
    text: 'Hoort iemand mij?',
  })
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ error: 'live' })
  const page = await submit(town, '/audience/messages', { as: 'anna', text: 'Hoort iemand mij?', network: 'x' })
  expect(page.status).toBe(409)
  expect(await page.text()).toContain('Op X is het station echt in de lucht')
  expect((await town.json('GET', '/sandbox/messages?network=x')).body).toEqual([])
})

test('on the others they write as before, and the page offers only those', async () => {
  const town = playground({ plays: ['facebook'] })
  await town.write('facebook', 'anna', 'Mij wel?')
  expect(await town.changes('facebook')).toMatchObject([{ text: 'Mij wel?' }])
  const page = await (await town.request('GET', '/audience?lang=nl')).text()
  expect(page).toContain('Op X en YouTube is het station echt in de lucht')
  expect(page).toContain('name="network" value="facebook" checked')
  expect(page).not.toContain('name="network" value="x"')
})

test('while all are played, the page says nothing of being on the air', async () => {
  const page = await (await playground().request('GET', '/audience?lang=nl')).text()
  expect(page).not.toContain('echt in de lucht')
  expect(page).toContain('name="network" value="x" checked')
})
