import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'
import { wordsIn } from './look.ts'

async function posted(args: Record<string, unknown>) {
  const slack = await slackWith()
  const channel = await desk(slack)
  expect(await ask(slack, 'chat.postMessage', { channel, text: 'Dag', ...args })).toMatchObject({ ok: true })
  return { pings: slack.pings.map(({ who }) => who), links: slack.links.map(({ url, label }) => ({ url, label })) }
}
const mrkdwn = (text: string) => [{ type: 'section', text: { type: 'mrkdwn', text } }]
const plain = (text: string) => [{ type: 'section', text: { type: 'plain_text', text } }]
const rich = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]

const HOSTILE = '<!channel> <!here> <@U1> <!subteam^S1> <https://evil.example|bank.nl>'

test('mrkdwn notifies and links, in the text and in a block', async () => {
  const seen = {
    pings: ['channel', 'here', 'U1', 'S1'],
    links: [{ url: 'https://evil.example', label: 'bank.nl' }],
  }
  expect(await posted({ text: HOSTILE })).toEqual(seen)
  expect(await posted({ blocks: mrkdwn(HOSTILE) })).toEqual(seen)
})

test('plain text, escaped text and rich text that only looks like it do nothing', async () => {
  const nothing = { pings: [], links: [] }
  expect(await posted({ blocks: plain(HOSTILE) })).toEqual(nothing)
  expect(await posted({ blocks: rich({ type: 'text', text: HOSTILE }) })).toEqual(nothing)
  expect(await posted({ text: '&lt;!channel&gt; &lt;@U1&gt;' })).toEqual(nothing)
})

test('the elements of rich text notify and link', async () => {
  const blocks = rich(
    { type: 'user', user_id: 'U1' },
    { type: 'usergroup', usergroup_id: 'S1' },
    { type: 'broadcast', range: 'channel' },
    { type: 'link', url: 'https://x.com/1', text: 'bericht' },
  )
  expect(await posted({ blocks })).toEqual({
    pings: ['U1', 'S1', 'channel'],
    links: [{ url: 'https://x.com/1', label: 'bericht' }],
  })
})

test('link_names and parse: full make names into mentions', async () => {
  expect((await posted({ text: 'Dag @delft en @channel', link_names: true })).pings).toEqual(['delft', 'channel'])
  expect((await posted({ text: 'Dag @delft', parse: 'full' })).pings).toEqual(['delft'])
  expect((await posted({ text: 'Dag @delft' })).pings).toEqual([])
})

test('a bare address in mrkdwn is a link, and a button may be one', async () => {
  expect((await posted({ text: 'Zie https://x.com/1' })).links).toEqual([
    { url: 'https://x.com/1', label: 'https://x.com/1' },
  ])
  const button = { type: 'button', text: { type: 'plain_text', text: 'Bekijk' }, url: 'https://x.com/2' }
  const { links } = await posted({ blocks: [{ type: 'actions', elements: [button] }] })
  expect(links).toEqual([{ url: 'https://x.com/2', label: 'Bekijk' }])
})

test('what one reads in blocks can be asked for', () => {
  const blocks = [
    { type: 'header', text: { type: 'plain_text', text: 'Kop' } },
    ...rich(
      { type: 'text', text: 'Dag ' },
      { type: 'emoji', name: 'eyes', unicode: '1f440' },
      { type: 'user', user_id: 'U1' },
    ),
    { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Claim' } }] },
  ]
  expect(wordsIn(blocks as never)).toBe('Kop\nDag 👀<@U1>\nClaim')
})
