import { expect, it } from 'vitest'
import { SECOND } from '../../src/model/clock.ts'
import { ManualClock } from '../support/clock.ts'
import { MONDAY_MORNING, type OnAir } from '../support/on-air.ts'
import { type Between, sandboxBeside } from './beside.ts'
import { onAir, stored } from './playground.ts'

const MESSAGES = 120

/** A station that is off the air while more than two pages of messages come, and then on it. */
async function backlog(between: Between): Promise<OnAir> {
  const clock = new ManualClock(MONDAY_MORNING)
  const sandboxUrl = await sandboxBeside(clock, between)
  for (let n = 0; n < MESSAGES; n++)
    await fetch(`${sandboxUrl}/sandbox/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ network: 'x', author: `lezer${n}`, kind: 'mention', text: `Vraag ${n}.` }),
    })
  return onAir({}, { clock, sandboxUrl })
}

const whole = (station: OnAir) =>
  station.comes('all of it in threads', SECOND, async () =>
    (await station.threads()).length >= MESSAGES ? true : undefined,
  )

async function eachOnce(station: OnAir): Promise<void> {
  const texts = (await station.threads()).map((it) => it.messages[0]?.text)
  expect(texts).toHaveLength(MESSAGES)
  expect(new Set(texts).size).toBe(MESSAGES)
  expect(stored(station.folder, 'select 1 from message')).toHaveLength(MESSAGES)
}

const isPage = (request: Request) =>
  request.url.includes('/sandbox/station/changes') && request.url.includes('network=x')

it('17. reads a page again that was cut in the middle, and has every message once', async () => {
  let cuts = 3
  const station = await backlog(async (request, answer) => {
    const response = await answer()
    if (!isPage(request) || cuts-- <= 0) return response
    const text = await response.text()
    return new Response(text.slice(0, text.length / 2), { headers: { 'content-type': 'application/json' } })
  })
  await whole(station)
  await eachOnce(station)
})

it('17. knows again what a network gives once more from the beginning', async () => {
  let pages = 0
  const station = await backlog(async (request, answer) => {
    if (!isPage(request) || !request.url.includes('cursor') || ++pages > 2) return answer()
    const url = new URL(request.url)
    url.searchParams.delete('cursor')
    return fetch(url)
  })
  await whole(station)
  await eachOnce(station)
})
