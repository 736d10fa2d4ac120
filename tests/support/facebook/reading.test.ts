import { expect, test } from 'vitest'
import { saidIn, withFacebook } from './library.ts'

const started = withFacebook()
type Page = { data: { id: string; message: string }[]; paging?: { cursors: { after: string }; next?: string } }

test('the feed comes in pages by cursor, newest first, and a cursor outlives what it named', async () => {
  const { facebook, fb, clock } = await started()
  for (const n of [1, 2, 3, 4, 5]) {
    facebook.byHand(`Bericht ${n}`)
    clock.advance(60_000)
  }
  const first = (await fb.api('me/feed', 'get', { fields: 'message', limit: 2 })) as unknown as Page
  expect(first.data.map(({ message }) => message)).toEqual(['Bericht 5', 'Bericht 4'])
  expect(first.paging?.next).toContain('https://graph.facebook.com/v25.0/me/feed?')
  facebook.public.deletes(first.data[1]!.id)
  const after = first.paging?.cursors.after
  const rest = (await fb.api('me/feed', 'get', { fields: 'message', limit: 50, after })) as unknown as Page
  expect(rest.data.map(({ message }) => message)).toEqual(['Bericht 3', 'Bericht 2', 'Bericht 1'])
  expect(rest.paging?.next).toBeUndefined()
  const end = await fb.api('me/feed', 'get', { after: rest.paging?.cursors.after })
  expect(end).toEqual({ data: [] })
})

test('since and until take what was written between them', async () => {
  const { facebook, fb, clock } = await started()
  for (const n of [1, 2, 3]) {
    facebook.byHand(`Bericht ${n}`)
    clock.advance(60_000)
  }
  const start = Date.UTC(2027, 0, 11, 8) / 1_000
  const { data } = await fb.api('me/feed', 'get', { fields: 'message', since: start + 1, until: start + 61 })
  expect(data).toMatchObject([{ message: 'Bericht 2' }])
  expect(await saidIn(fb.api('me/feed', 'get', { since: 'gisteren' }))).toMatchObject({ code: 100 })
})

test('comments come ranked unless an order is asked for, and a stream has the replies too', async () => {
  const { facebook, fb, clock } = await started()
  const post = facebook.byHand('Nieuw')
  const first = facebook.public.comments(post.id, 'Lezer Een', 'Kort')
  clock.advance(1_000)
  facebook.public.comments(post.id, 'Lezer Twee', 'Een veel langere tekst')
  clock.advance(1_000)
  facebook.public.comments(first.id, 'Lezer Drie', 'Een reactie daarop')
  const texts = async (params: object) =>
    ((await fb.api(`${post.id}/comments`, 'get', params)) as unknown as Page).data.map(({ message }) => message)
  expect(await texts({})).toEqual(['Een veel langere tekst', 'Kort'])
  expect(await texts({ order: 'chronological' })).toEqual(['Kort', 'Een veel langere tekst'])
  expect(await texts({ filter: 'stream' })).toEqual(['Kort', 'Een veel langere tekst', 'Een reactie daarop'])
  expect(await texts({ filter: 'stream', order: 'reverse_chronological', limit: 1 })).toEqual(['Een reactie daarop'])
})

test('several objects by their ids come together, and one that is gone spoils them all', async () => {
  const { facebook, fb } = await started()
  const post = facebook.byHand('Nieuw')
  const [one, two] = ['Een', 'Twee'].map((text) => facebook.public.comments(post.id, 'Lezer Een', text))
  const ids = `${one?.id},${two?.id}`
  expect(await fb.api('', 'get', { ids, fields: 'message' })).toEqual({
    [one!.id]: { id: one!.id, message: 'Een' },
    [two!.id]: { id: two!.id, message: 'Twee' },
  })
  facebook.public.deletes(two!.id)
  expect(await saidIn(fb.api('', 'get', { ids, fields: 'message' }))).toMatchObject({ code: 100, error_subcode: 33 })
  const many = Array.from({ length: 51 }, () => one!.id).join(',')
  expect(await saidIn(fb.api('', 'get', { ids: many }))).toMatchObject({
    code: 100,
    message: expect.stringContaining('Maximum: 50'),
  })
})

test('mentions are among the tagged, visitors’ posts among theirs and in the feed, shares in neither', async () => {
  const { facebook, fb } = await started()
  const mention = facebook.public.mentions('Lezer Een', 'Bij @Bibliotheek De Voorbeeld')
  const visit = facebook.public.visits('Lezer Twee', 'Wat een mooie zaal', { photo: true })
  facebook.public.shares(facebook.byHand('Nieuw').id, 'Lezer Drie', 'Gaan!')
  const ids = async (edge: string) =>
    ((await fb.api(`me/${edge}`, 'get', {})) as unknown as Page).data.map(({ id }) => id)
  expect(await ids('tagged')).toEqual([mention.id])
  expect(await ids('visitor_posts')).toEqual([visit.id])
  expect(await ids('feed')).toContain(visit.id)
  expect(await ids('feed')).not.toContain(mention.id)
})

test('a field that is not there, and a list that cannot be read, are refused', async () => {
  const { facebook, fb } = await started()
  const post = facebook.byHand('Nieuw')
  expect(await saidIn(fb.api(post.id, 'get', { fields: 'shares_of_mine' }))).toMatchObject({
    code: 100,
    message: expect.stringContaining('nonexisting field (shares_of_mine) on node type (Post)'),
  })
  expect(await saidIn(fb.api(post.id, 'get', { fields: 'from{id' }))).toMatchObject({ code: 100 })
})

test('over the hour’s calls comes 80001, until an hour without calls has passed', async () => {
  const { fb, clock } = await started({ perHour: 2 })
  await fb.api('me', 'get', {})
  clock.advance(1_800_000)
  await fb.api('me', 'get', {})
  expect(await saidIn(fb.api('me', 'get', {}))).toMatchObject({ code: 80001 })
  clock.advance(3_600_001)
  await fb.api('me', 'get', {})
})

test('the headers say how much of the hour is used', async () => {
  const { facebook } = await started({ perHour: 4 })
  const { headers } = await fetch(`${facebook.url}/v25.0/me`)
  expect(JSON.parse(headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: 25 })
  expect(Object.values(JSON.parse(headers.get('x-business-use-case-usage') ?? ''))).toMatchObject([
    [{ type: 'pages', call_count: 25, estimated_time_to_regain_access: 0 }],
  ])
})
