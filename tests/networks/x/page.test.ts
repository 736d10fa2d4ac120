import { expect, test } from 'vitest'
import { readAnswer, readDirects, readPage } from '../../../src/networks/x/page.ts'
import { readProblem } from '../../../src/networks/x/problem.ts'
import { sameText } from '../../../src/networks/x/same-text.ts'
import { idAt, timeOf } from '../../../src/networks/x/snowflake.ts'
import { namesUs } from '../../../src/networks/x/standing.ts'

const tweet = { id: '20', text: 'hoi', author_id: '7' }

test('a page with broken things in it keeps the others', () => {
  const broken = [null, 3, 'x', [], {}, { ...tweet, id: 20 }, { ...tweet, id: '-1' }, { ...tweet, text: null }]
  const odd = {
    ...tweet,
    id: '21',
    entities: { urls: [null, { url: 5 }], mentions: 'geen' },
    attachments: { media_keys: [1, 'm1', 'm2'] },
    referenced_tweets: [{ type: 'replied_to' }, { type: 'quoted', id: '3' }],
    note_tweet: { text: 7 },
    edit_history_tweet_ids: [null, '21'],
  }
  const page = readPage({
    data: [...broken, tweet, odd],
    includes: {
      users: [{ id: 'x' }, { id: '7', username: 'lezer', name: 5 }],
      media: [
        { type: 'photo' },
        { media_key: 'm1', type: 'photo', url: 'https://pbs.x/1.jpg', alt_text: 'kat' },
        { media_key: 'm2', type: 'photo' },
      ],
      tweets: 'niets',
    },
    errors: [
      { type: 'https://api.twitter.com/2/problems/resource-not-found', resource_id: '9' },
      { title: 'vreemd' },
      4,
    ],
    meta: { next_token: 4 },
  })
  expect(page?.posts.map(({ id, quoted, parent }) => [id, quoted, parent])).toEqual([
    ['20', null, null],
    ['21', '3', null],
  ])
  expect(page?.posts[1]?.attachments).toEqual([{ kind: 'image', url: 'https://pbs.x/1.jpg', alt: 'kat' }])
  expect(page?.people.get('7')).toEqual({ id: '7', handle: 'lezer', name: '' })
  expect(page?.lacks).toEqual([{ id: '9', why: 'gone' }])
  expect(page?.unreadable).toBe(broken.length)
  expect(page?.next).toBeNull()
})

test.each([
  ['with the whole only', undefined, [{ username: 'schatkamer', id: '1' }]],
  ['with the cut text only', [{ username: 'schatkamer', id: '1' }], undefined],
  ['nowhere but in the text', undefined, undefined],
])('a long post names whom X lists %s', (_, short, whole) => {
  const page = readPage({
    data: [
      {
        ...tweet,
        text: '@schatkamer Een lange …',
        entities: { mentions: short, urls: [{ url: 'https://t.co/a', expanded_url: 'https://x.com/i/web/status/20' }] },
        note_tweet: {
          text: '@schatkamer Een lange vraag over https://t.co/b',
          entities: { mentions: whole, urls: [{ url: 'https://t.co/b', expanded_url: 'https://bibliotheek.nl/boek' }] },
        },
      },
    ],
  })
  expect(page?.posts[0] && namesUs(page.posts[0], { id: '1', handle: 'schatkamer' })).toBe(true)
  expect(page?.posts[0]?.text).toBe('@schatkamer Een lange vraag over https://bibliotheek.nl/boek')
})

test('what is no answer of X is none', () => {
  for (const body of [undefined, null, '', '<html>', 5, true]) expect(readPage(body)).toBeNull()
  expect(readPage({})).toMatchObject({ posts: [], unreadable: 0 })
  expect(
    readDirects(readAnswer({ data: [{ id: '1' }, { id: '2', event_type: 'MessageCreate', sender_id: '3' }] })!),
  ).toHaveLength(1)
})

test.each([
  ['Kijk op bibliotheek.nl', '@lezer Kijk op http://bibliotheek.nl', true],
  ['Twee  spaties\nen een regel', 'Twee spaties en een regel', true],
  ['@anna Ja', '@anna Ja', true],
  ['Café', 'Cafe\u0301', true],
  ['Ja', 'Ja!', false],
  ['Kijk op https://a.nl/b', 'Kijk op https://a.nl/c', false],
  ['Kijk op a.nl $& hier', 'Kijk op http://a.nl $& hier', true],
])('whether "%s" and "%s" are one text: %s', (sent, shown, same) => {
  expect(sameText(sent, shown)).toBe(same)
})

test.each([
  [403, { title: 'Forbidden', detail: 'You are not allowed to create a Tweet with duplicate content.' }, 'duplicate'],
  [403, { errors: [{ code: 187, message: 'Status is a duplicate.' }] }, 'duplicate'],
  [
    403,
    { errors: [{ code: 385, message: 'You attempted to reply to a Tweet that is deleted or not visible to you.' }] },
    'gone',
  ],
  [
    403,
    { title: 'Forbidden', detail: 'The original Tweet author restricted who can reply to this Tweet.' },
    'reply-closed',
  ],
  [403, { errors: [{ code: 349, message: 'You cannot send messages to this user.' }] }, 'person-unavailable'],
  [402, { title: 'CreditsDepleted', detail: 'no credits' }, 'quota'],
  [429, { title: 'UsageCapExceeded', type: 'https://api.twitter.com/2/problems/usage-capped' }, 'quota'],
  [403, { title: 'Forbidden', detail: 'Anders' }, 'refused'],
  [404, { title: 'Not Found Error' }, 'not-found'],
] as const)('a %i of X that says %o is told as it is', (status, body, code) => {
  expect(readProblem(status, body)?.code).toBe(code)
})

test("a no that is not in X's words is nobody's", () => {
  for (const body of [undefined, '', '<html>Forbidden</html>', {}, { title: 5 }, []])
    expect(readProblem(403, body)).toBeNull()
})

test('an id tells its moment, and a moment the ids before it', () => {
  const at = Date.UTC(2027, 0, 11, 8)
  expect(timeOf(String(BigInt(idAt(at)) + 1n))).toBe(at)
  expect(timeOf(idAt(at))).toBe(at - 1)
  expect(idAt(0)).toBe('0')
})
