import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { describeWithShared } from '../shared.ts'
import { socketOf } from './app.ts'
import { ask, desk, slackWith } from './ask.ts'
import { METHODS } from './methods/index.ts'
import { webMethods } from './spec/description.ts'
import { eventDescription } from './spec/events.ts'
import { NEWER_ARGUMENTS, NEWER_METHODS } from './spec/newer.ts'

describeWithShared('specs/slack-web-api.openapi2.json', "Slack's description of its Web API", () => {
  test('has every method of the fake, but for those that are listed as newer', () => {
    const missing = Object.keys(METHODS).filter((method) => !webMethods()?.has(method))
    expect(missing.sort()).toEqual(Object.keys(NEWER_METHODS).sort())
  })

  test('lacks every argument that is listed as newer', () => {
    for (const [method, names] of Object.entries(NEWER_ARGUMENTS)) {
      for (const name of Object.keys(names))
        expect(webMethods()?.get(method)?.has(name), `${method} ${name}`).toBe(false)
    }
  })

  test('finds an argument that there is not, one of the wrong kind and one that is missing', async () => {
    const slack = await slackWith()
    const channel = await desk(slack)
    await ask(slack, 'chat.postMessage', { channel, text: 'Dag', unfurl_links: false, metadata: {} })
    expect(slack.violations).toEqual([])
    await ask(slack, 'chat.postMessage', { channel, tekst: 'Dag', unfurl_links: 'maybe' })
    await ask(slack, 'reactions.add', { channel, name: 'eyes' })
    expect(slack.violations).toEqual([
      'chat.postMessage has no argument tekst',
      'chat.postMessage: unfurl_links is no boolean',
      'reactions.add needs timestamp',
    ])
  })
})

describeWithShared('specs/slack-events.asyncapi.json', "Slack's description of its events", () => {
  test('holds for every event that the fake sends', async () => {
    const slack = await slackWith()
    await slack.person({ name: 'delft', groups: ['curators'] })
    const app = await socketOf(slack)
    const channel = await desk(slack)
    const ts = await slack.types('delft', 'desk', '@schatkamer help')
    await slack.edits('delft', ts, 'Later')
    await slack.reacts('delft', 'desk', ts, 'eyes')
    await slack.deletes('delft', ts)
    await ask(slack, 'chat.postMessage', { channel, text: 'Dag' })
    await slack.types('delft', 'bot', 'Dag bot')
    await slack.leaves('delft', 'curators')
    await slack.changes('delft', { displayName: 'Anna' })
    await slack.renames('desk', 'balie')
    await slack.opensHome('delft')
    await slack.leavesChannel('delft', 'balie')
    await slack.removesBot('balie')
    await slack.settled()

    const described = eventDescription()
    const holds = new Ajv({ strict: false }).compile(described?.wrapper ?? {})
    const sent = app.events().map(({ payload }) => payload)
    for (const payload of sent) expect(holds(payload), JSON.stringify([payload?.event.type, holds.errors])).toBe(true)
    const types = new Set(sent.map((payload) => payload?.event.type ?? ''))
    expect(types.size).toBeGreaterThan(9)
    const newer = new Set(['app.home.opened'])
    for (const type of types) {
      const topic = type.replaceAll('_', '.')
      expect(described?.topics.has(topic) || newer.has(topic), type).toBe(true)
    }
  })
})
