import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const button = (more: object = {}) => ({ type: 'button', text: plain('Claim'), action_id: 'claim', ...more })
const option = (n: number) => ({ text: plain(`Optie ${n}`), value: `${n}` })
const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n))
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const rich = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
})

const REFUSED: [string, object[], string][] = [
  ['51 blocks', many(51, () => ({ type: 'divider' })), 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'a section of 3,001 characters',
    [section('a'.repeat(3001))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['a header of 151', [{ type: 'header', text: plain('a'.repeat(151)) }], 'must be less than 151 characters'],
  ['a header in mrkdwn', [{ type: 'header', text: { type: 'mrkdwn', text: 'a' } }], '/blocks/0/text/type'],
  ['a button of 76', [actions(button({ text: plain('a'.repeat(76)) }))], 'must be less than 76 characters'],
  ['a value of 2,001', [actions(button({ value: 'a'.repeat(2001) }))], 'must be less than 2001 characters'],
  ['an action_id of 256', [actions(button({ action_id: 'a'.repeat(256) }))], 'must be less than 256 characters'],
  ['a style that is none', [actions(button({ style: 'default' }))], '/blocks/0/elements/0/style'],
  ['26 buttons', [actions(...many(26, (n) => button({ action_id: `a${n}` })))], 'no more than 25 items allowed'],
  ['no buttons', [actions()], 'no fewer than 1 items allowed'],
  [
    'six options behind the dots',
    [actions({ type: 'overflow', options: many(6, option) })],
    'no more than 5 items allowed',
  ],
  [
    'one option behind the dots',
    [actions({ type: 'overflow', options: many(1, option) })],
    'no fewer than 2 items allowed',
  ],
  [
    '101 options in a menu',
    [actions({ type: 'static_select', options: many(101, option) })],
    'no more than 100 items allowed',
  ],
  [
    'an option of 76',
    [actions({ type: 'static_select', options: [{ text: plain('a'.repeat(76)), value: '1' }] })],
    'must be less than 76',
  ],
  [
    'an option whose value has 151',
    [actions({ type: 'static_select', options: [{ text: plain('a'), value: 'a'.repeat(151) }] })],
    'must be less than 151',
  ],
  [
    'a menu whose first choice is no option',
    [actions({ type: 'static_select', options: [option(1)], initial_option: option(2) })],
    'must match one of the options',
  ],
  [
    'eleven things in a context',
    [{ type: 'context', elements: many(11, () => plain('a')) }],
    'no more than 10 items allowed',
  ],
  ['the same action_id twice in a block', [actions(button(), button())], 'action_id claim already exists'],
  [
    'the same block_id twice',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'block_id a is already in use',
  ],
  ['a property that Slack does not know', [{ ...section('a'), colour: 'red' }], 'invalid additional property: colour'],
  ['a block that Slack does not know', [{ type: 'marquee' }], '/blocks/0'],
  ['a rich text with an empty piece', [rich({ type: 'text', text: '' })], 'must be more than 0 characters'],
  ['a mention of nobody', [rich({ type: 'user', user_id: 'reader' })], 'invalid user id'],
  ['a link without an address', [rich({ type: 'link', text: 'bank.nl' })], 'missing required field: url'],
  ['a button to no address', [actions(button({ url: 'bank.nl' }))], 'must be a valid url'],
]

test.each(REFUSED)('%s is refused, and Slack says where', async (_, blocks, why) => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const answer = await ask(slack, 'chat.postMessage', { channel, text: 'Dag', blocks })
  expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' })
  expect(answer.response_metadata.messages.join('\n')).toContain(why)
  expect(slack.messages('desk')).toEqual([])
})

test('what stands right at the borders is taken', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const blocks = [
    section('a'.repeat(3000)),
    { type: 'header', text: plain('a'.repeat(150)) },
    actions(...many(25, (n) => button({ action_id: `a${n}`, value: 'v'.repeat(2000), text: plain('a'.repeat(75)) }))),
    actions({ type: 'overflow', options: many(5, option) }, { type: 'static_select', options: many(100, option) }),
    { type: 'context', elements: many(10, () => plain('a')) },
    rich(
      { type: 'text', text: 'b' },
      { type: 'user', user_id: 'U123' },
      { type: 'link', url: 'https://x.com', text: 'x' },
    ),
    ...many(44, () => ({ type: 'divider' })),
  ]
  const answer = await ask(slack, 'chat.postMessage', { channel, text: 'Dag', blocks })
  expect(answer).toMatchObject({ ok: true })
})

test('blocks that hold more than about 13,200 characters are too long together', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  const post = (count: number) =>
    ask(slack, 'chat.postMessage', { channel, text: 'Dag', blocks: many(count, () => section('a'.repeat(2600))) })
  expect((await post(5)).ok).toBe(true)
  expect(await post(6)).toMatchObject({ ok: false, error: 'msg_blocks_too_long' })
})

test('blocks that are no list, or no JSON, have a word of their own', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  for (const blocks of ['{"type":"divider"}', '[']) {
    expect(await ask(slack, 'chat.postMessage', { channel, blocks })).toMatchObject({ error: 'invalid_blocks_format' })
  }
})

test('a block and an element without an id get one', async () => {
  const slack = await slackWith()
  const channel = await desk(slack)
  await ask(slack, 'chat.postMessage', { channel, blocks: [actions({ type: 'button', text: plain('Claim') })] })
  const [block] = slack.messages('desk')[0]?.blocks ?? []
  expect(block?.block_id).toMatch(/^\w{5}$/)
  expect(block?.elements?.[0]?.action_id).toMatch(/^\w{5}$/)
})
