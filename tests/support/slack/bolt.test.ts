import { App } from '@slack/bolt'
import { SocketModeClient } from '@slack/socket-mode'
import { LogLevel, WebClient } from '@slack/web-api'
import { afterEach, describe, expect, test } from 'vitest'
import { FakeSlack } from './fake.ts'

const open: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop()
})

async function slackWith(options: Parameters<typeof FakeSlack.start>[0] = {}): Promise<FakeSlack> {
  const slack = await FakeSlack.start(options)
  open.push(slack)
  return slack
}

const clientOf = (slack: FakeSlack) =>
  new WebClient(slack.botToken, { fetch: slack.fetch, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true })

describe('real clients', () => {
  test('a WebClient posts in a channel, and what it posted is there', async () => {
    const slack = await slackWith()
    await slack.channel('desk', { botIn: true })
    const posted = await clientOf(slack).chat.postMessage({
      channel: slack.channelNamed('desk')!.id,
      text: 'Goedemorgen',
    })
    expect(slack.messages('desk').map(({ ts, text }) => ({ ts, text }))).toEqual([
      { ts: posted.ts, text: 'Goedemorgen' },
    ])
  })

  test('Bolt over Socket Mode hears what somebody types, and its answer in the thread is seen', async () => {
    const slack = await slackWith()
    await slack.person({ name: 'delft' })
    await slack.channel('desk', { members: ['delft'], botIn: true })
    const client = new SocketModeClient({
      appToken: slack.appToken,
      logLevel: LogLevel.ERROR,
      clientOptions: { fetch: slack.fetch },
    })
    client.on('message', async ({ ack, event }) => {
      await ack()
      if (!event.bot_id)
        await clientOf(slack).chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Dag!' })
    })
    open.push({ stop: () => client.disconnect() })
    await client.start()
    const ts = await slack.types('delft', 'desk', 'Wie is er?')
    const thread = await slack.until(() => slack.thread('desk', ts).length === 2 && slack.thread('desk', ts))
    expect(thread.map(({ text }) => text)).toEqual(['Wie is er?', 'Dag!'])
    await slack.until(() => slack.ackTimes.length >= 2)
    expect(slack.errorsSeen).toEqual([])
  })

  test('Bolt over HTTP takes a command, answers it privately and opens a modal that somebody submits', async () => {
    const slack = await slackWith({ mode: 'http' })
    await slack.person({ name: 'delft' })
    await slack.channel('desk', { members: ['delft'], botIn: true })
    const app = new App({
      token: slack.botToken,
      signingSecret: slack.signingSecret,
      logLevel: LogLevel.ERROR,
      clientOptions: { fetch: slack.fetch },
      processBeforeResponse: true,
    })
    const submitted: unknown[] = []
    app.command('/reply', async ({ ack, body, client }) => {
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'reply',
          title: { type: 'plain_text', text: 'Antwoord' },
          submit: { type: 'plain_text', text: 'Verstuur' },
          blocks: [
            {
              type: 'input',
              block_id: 'words',
              label: { type: 'plain_text', text: 'Tekst' },
              element: { type: 'plain_text_input', action_id: 'text' },
            },
          ],
        },
      })
      await ack({ text: 'Het formulier staat open' })
    })
    app.view('reply', async ({ ack, view }) => {
      submitted.push(view.state.values.words?.text?.value)
      await ack()
    })
    const server = await app.start(0)
    open.push({ stop: () => app.stop() })
    const address = (server as import('node:http').Server).address()
    slack.requestUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/slack/events`
    await slack.slash('delft', 'desk', '/reply', '12')
    expect(slack.errorsSeen).toEqual([])
    expect(slack.ephemerals('delft').map(({ text }) => text)).toEqual(['Het formulier staat open'])
    expect(await slack.submits('delft', { Tekst: 'Dank je wel' })).toBeNull()
    expect(submitted).toEqual(['Dank je wel'])
    expect(slack.modal('delft')).toBeUndefined()
  })
})
