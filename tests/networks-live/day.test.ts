import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signatureOf } from '../support/facebook/webhooks/body.ts'
import { Day, VERIFY_TOKEN, WEBHOOK } from './day.ts'

let day: Day
let post: string
let question: string

beforeAll(async () => {
  day = await Day.prepare()
  post = day.facebook.byHand('Waar lees jij het liefst?').id
  // Written before the station is on the air: it is polled at the start, and the webhook comes again until it is taken.
  question = day.facebook.public.comments(post, 'Lezer Een', 'Tot hoe laat bent u open?').id
  await day.begins()
})

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') process.stderr.write(await day.written())
})

afterAll(() => day?.ends())

test('what comes by polling and by webhook stands at the desk once', async () => {
  await day.card('Tot hoe laat bent u open?')
  await day.facebook.webhooks.settled()
  expect(day.facebook.webhooks.sent.at(-1)?.tries.at(-1)).toBe(200)
  expect(day.facebook.journal.asked.some(({ method, path }) => method === 'GET' && path.endsWith('/feed'))).toBe(true)
  expect(await day.said('Tot hoe laat bent u open?')).toHaveLength(1)
})

test('a mention, a comment by webhook and a comment under a video are answered, each once under its message', async () => {
  const mention = day.x.writes('leesbeest', `@${day.x.me.username} Welk boek past bij regen?`)
  const comment = day.facebook.public.comments(post, 'Lezer Twee', 'In bed natuurlijk.')
  const below = day.youtube.comments('Lezer Drie', 'Staat dit boek ook in Delft?')

  await day.answers('curator-deventer', await day.card('Welk boek past bij regen?'), 'Een dik boek.')
  await day.answers('curator-hengelo', await day.card('In bed natuurlijk.'), 'Wij ook.')
  await day.answers('curator-delft', await day.card('Staat dit boek ook in Delft?'), 'Ja, op de eerste plank.')
  await day.answers('curator-alkmaar', await day.card('Tot hoe laat bent u open?'), 'Tot vijf uur.')

  const { x, facebook, youtube } = day
  const onX = () => x.published().filter(({ inReplyTo }) => inReplyTo === mention.id)
  const under = (id: string) => facebook.page.under(id, true).filter(({ from }) => from.id === facebook.page.self.id)
  const onYouTube = () =>
    youtube.world.repliesOf(below.id).filter(({ author }) => author.channel === youtube.world.us.channel)
  await day.until('all four answers', () =>
    [onX(), under(comment.id), under(question), onYouTube()].every((all) => all.length > 0) ? true : undefined,
  )
  await day.until('four ticks at the desk', async () => ((await day.ticks()).length === 4 ? true : undefined))
  expect(onX().map(({ text }) => text)).toEqual([expect.stringContaining('Een dik boek.')])
  expect(under(comment.id).map(({ message }) => message)).toEqual([expect.stringContaining('Wij ook.')])
  expect(under(question).map(({ message }) => message)).toEqual([expect.stringContaining('Tot vijf uur.')])
  expect(onYouTube().map(({ text }) => text)).toEqual([expect.stringContaining('Ja, op de eerste plank.')])
})

test('an edit and a deletion by the author reach the desk', async () => {
  const comment = day.facebook.public.comments(post, 'Lezer Vier', 'Op het strandt.')
  await day.card('Op het strandt.')
  day.facebook.public.edits(comment.id, 'Op het strand.')
  await day.card('Op het strand.')
  expect(await day.said('Op het strandt.')).toEqual([])
  day.facebook.public.deletes(comment.id)
  await day.seen('the deletion', ({ line }) => line.external === comment.id && line.deleted === true)
  expect(JSON.stringify(await day.lines())).not.toContain('Op het strand.')
})

test('Facebook finds its address to be ours, and a forged delivery brings nothing', async () => {
  const { webhooks, settings } = day.facebook
  expect(await webhooks.verify(WEBHOOK, VERIFY_TOKEN)).toEqual({ status: 200, echoed: true })
  expect(await webhooks.verify(WEBHOOK, 'a-guess-of-a-stranger')).toMatchObject({ echoed: false })

  const delivery = webhooks.sent.find(({ body }) => body.includes(question))
  const body = (delivery?.body ?? '').replace('Tot hoe laat', 'Vervalst: tot hoe laat')
  const reserialised = JSON.stringify(JSON.parse(delivery?.body ?? ''))
  const right = signatureOf(delivery?.body ?? '', settings.appSecret)
  for (const [forged, signature] of [
    [body, signatureOf(body, 'a secret that is not ours')],
    [body, right],
    [body, null],
    [reserialised, right],
    [delivery?.body.slice(0, -1) ?? '', right],
  ] as const) {
    const status = await webhooks.post(forged, signature)
    expect(status, forged).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  }
  // The true one once more is taken, and is no news.
  expect(await webhooks.again(delivery!)).toBe(200)
  const later = day.facebook.public.comments(post, 'Lezer Vijf', 'Na de vervalsing.')
  await day.seen('the next true one', ({ line }) => line.external === later.id)
  expect(await day.said('Vervalst')).toEqual([])
  expect(await day.said('Tot hoe laat bent u open?')).toHaveLength(1)
})

test('an answer whose line drops after it was taken is looked up, and stands once', async () => {
  const { x, facebook, youtube } = day
  const mention = x.writes('leesbeest', `@${x.me.username} Is er een leesclub?`)
  const comment = facebook.public.comments(post, 'Lezer Zes', 'Is er koffie?')
  const below = youtube.comments('Lezer Zeven', 'Wanneer komt deel twee?')
  const cards = [
    await day.card('Is er een leesclub?'),
    await day.card('Is er koffie?'),
    await day.card('Wanneer komt deel twee?'),
  ]
  x.faults.add({ kind: 'drop', when: 'after', method: 'POST /2/tweets', times: 1 })
  facebook.faults.add({ kind: 'drop', when: 'after', method: 'POST', times: 1 })
  youtube.faults.add({ kind: 'drop', when: 'after', method: 'comments.insert', times: 1 })
  const before = (await day.ticks()).length
  for (const card of cards) await day.answers('coordinator', card, `Jazeker, ${card.line.number}.`)
  await day.until('three ticks more', async () => ((await day.ticks()).length === before + 3 ? true : undefined))
  expect(x.published().filter(({ inReplyTo }) => inReplyTo === mention.id)).toHaveLength(1)
  expect(facebook.page.under(comment.id, true)).toHaveLength(1)
  expect(youtube.world.repliesOf(below.id)).toHaveLength(1)
})

test('an access that dies is one alarm for all that it stops, and one word when it lives again; what was written meanwhile comes once', async () => {
  const alarms = async () =>
    (await day.lines()).filter(({ channel, line }) => channel === 'regie' && /\bX\b/.test(line.text))
  const before = (await alarms()).length
  const { requests } = day.x.journal
  const denied = requests.length
  const since = (fits: (endpoint: string) => boolean) =>
    requests.slice(denied).filter(({ endpoint }) => fits(endpoint)).length
  day.x.writes('leesbeest', `@${day.x.me.username} Mag ik nog iets vragen?`)
  const asked = await day.card('Mag ik nog iets vragen?')
  day.x.revoke()
  day.x.writes('leesbeest', `@${day.x.me.username} Hoort iemand mij?`)
  await day.answers('coordinator', asked, 'Altijd.')
  await day.until('the alarm', async () => ((await alarms()).length > before ? true : undefined))
  // By then what reads, what sends and what looks at our access all know, and none says it again.
  await day.until('a try to send', () => since((it) => it === 'POST /2/tweets') > 0 || undefined)
  await day.until('a look at our access', () => since((it) => it.endsWith('/users/me')) > 0 || undefined)
  const read = since((it) => it.endsWith('/mentions'))
  await day.until('one more try to read', () => since((it) => it.endsWith('/mentions')) > read || undefined)
  const told = await alarms()
  expect(told.slice(before).map(({ line }) => line.text)).toHaveLength(1)
  expect(told.at(-1)?.line.text).toContain('npm run doctor')
  day.x.revoke(false)
  await day.card('Hoort iemand mij?')
  await day.until('the word that it is over', async () => ((await alarms()).length > before + 1 ? true : undefined))
  expect((await alarms()).slice(before + 1).map(({ line }) => line.text)).toEqual([
    'X laat ons weer toe; wat wachtte volgt vanzelf.',
  ])
  expect(await day.said('Hoort iemand mij?')).toHaveLength(1)
})

test('nothing was said twice or blindly, nothing broke a description, and no secret is in the log', async () => {
  const { x, facebook, youtube } = day
  expect(x.journal.doubled()).toEqual([])
  expect(facebook.journal.doubled()).toEqual([])
  expect([...x.journal.blind, ...facebook.journal.blindRepeats, ...youtube.journal.blind]).toEqual([])
  expect([...x.journal.violations, ...facebook.journal.violations, ...youtube.journal.violations]).toEqual([])
  const log = day.log()
  const secrets = [
    ...Object.values(x.credentials),
    facebook.settings.appSecret,
    facebook.settings.pageToken,
    youtube.oauth.clientSecret,
    youtube.oauth.refreshToken,
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
})
