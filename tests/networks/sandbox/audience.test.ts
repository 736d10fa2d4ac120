import { expect, test } from 'vitest'
import { playground, reply } from './playground.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const submit = (town: ReturnType<typeof playground>, path: string, form: Record<string, string>, scripted = false) =>
  town.app().request(path, {
    method: 'POST',
    headers: { ...FORM, ...(scripted && { 'hx-request': 'true' }) },
    body: new URLSearchParams(form).toString(),
  })
const read = async (town: ReturnType<typeof playground>, path: string) => (await town.request('GET', path)).text()

test('somebody writes, the station answers, and both stand on the page in that order', async () => {
  const town = playground()
  const response = await submit(town, '/audience/messages', {
    as: 'anna',
    text: 'Welk boek?',
    network: 'x',
    kind: 'open',
  })
  expect(response.status).toBe(303)
  const [change] = await town.changes('x')
  expect(change).toMatchObject({ text: 'Welk boek?', what: 'mention', author: { handle: 'anna' } })
  await town.x.publish(reply(change!.id, 'Turks fruit'), 'k')
  const page = await read(town, '/audience?lang=nl')
  expect(page.indexOf('Turks fruit')).toBeGreaterThan(page.indexOf('Welk boek?'))
  expect(page).toContain('SANDBOX')
})

test('what people write is inert, and the page runs no script but its own', async () => {
  const town = playground()
  await town.write('x', '\u202Eevil<b>', '<script>alert(1)</script>')
  const response = await town.request('GET', '/audience')
  const page = await response.text()
  expect(page).not.toContain('<script>alert')
  expect(page).not.toContain('\u202E')
  expect(page).toContain('&lt;script&gt;alert(1)')
  expect(page).not.toMatch(/<script(?! src)|<style| style=| on\w+=/)
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
})

test('a private message stands in its own exchange and never on the public timeline', async () => {
  const town = playground()
  await submit(town, '/audience/messages', { as: 'anna', text: 'Onder ons', network: 'facebook', kind: 'direct' })
  expect(await town.changes('facebook')).toMatchObject([{ what: 'direct' }])
  expect(await read(town, '/audience')).not.toContain('Onder ons')
  expect(await read(town, '/audience?network=private&as=Anna')).toContain('Onder ons')
  expect(await read(town, '/audience?network=private&as=bram')).not.toContain('Onder ons')
})

test('a writer edits and deletes her own message, and is offered it for no other', async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Eerste')
  expect(await read(town, '/audience?as=anna')).toContain(`/audience/messages/${id}/delete`)
  expect(await read(town, '/audience?as=bram')).not.toContain(`/audience/messages/${id}/delete`)
  await submit(town, `/audience/messages/${id}/edit`, { as: 'anna', text: 'Tweede' })
  expect(await read(town, '/audience')).toContain('Tweede')
  await submit(town, `/audience/messages/${id}/delete`, {})
  expect(await town.changes('x')).toMatchObject([{ kind: 'deleted', id }])
})

test('an answer to what was deleted meanwhile is told so, and the text is kept', async () => {
  const town = playground()
  const id = await town.write('x', 'anna', 'Weg hiermee')
  await town.request('DELETE', `/sandbox/messages/${id}`)
  const response = await submit(
    town,
    '/audience/messages?lang=en',
    { as: 'bram', text: 'Wacht even', inReplyTo: id },
    true,
  )
  expect(response.status).toBe(404)
  const form = await response.text()
  expect(form).toContain('was deleted or never existed')
  expect(form).toContain('Wacht even')
})

test('an answer below the deepest level still shows', async () => {
  const town = playground()
  let last = await town.write('x', 'anna', 'Diepte 0')
  for (let depth = 1; depth < 8; depth += 1)
    last = await town.write('x', 'anna', `Diepte ${depth}`, { inReplyTo: last })
  const page = await read(town, '/audience')
  const order = Array.from({ length: 8 }, (_, depth) => page.indexOf(`Diepte ${depth}`))
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(Math.min(...order)).toBeGreaterThan(0)
})
