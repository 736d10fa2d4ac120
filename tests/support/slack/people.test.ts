import { expect, test } from 'vitest'
import { appAt, type Heard, socketOf } from './app.ts'
import { ask, slackWith } from './ask.ts'
import type { FakeSlack } from './fake.ts'

async function withDelft() {
  const slack = await slackWith()
  const delft = await slack.person({ name: 'delft', displayName: 'Anna', locale: 'nl-NL', groups: ['curators'] })
  const channel = await slack.channel('desk', { members: ['delft'], botIn: true })
  return { slack, delft, channel }
}
const button = (label: string) => ({
  type: 'button',
  text: { type: 'plain_text', text: label },
  action_id: label,
  value: '12',
})
const blocks = [{ type: 'actions', block_id: 'b1', elements: [button('Claim')] }]
const interactive = (heard: Heard[]) =>
  heard.map(({ body }) => JSON.parse(new URLSearchParams(body).get('payload') ?? 'null'))
const messagesOf = (slack: FakeSlack) =>
  slack.messages('desk').map(({ text, blocks: [block] = [] }) => ({ text, block }))

test('the composer turns what is typed into rich text, with markup only where it made some', async () => {
  const { slack, delft } = await withDelft()
  const group = slack.workspace.group('curators').id
  await slack.types('delft', 'desk', 'Dag @Anna & @curators <b> https://x.com/1?a=b, kijk 👀 *nu* #desk')
  const [message] = messagesOf(slack)
  expect(message?.text).toBe(
    `Dag <@${delft}> &amp; <!subteam^${group}> &lt;b&gt; <https://x.com/1?a=b>, kijk :eyes: *nu* <#${slack.channelNamed('desk')?.id}|desk>`,
  )
  expect(message?.block?.elements).toMatchObject([
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Dag ' },
        { type: 'user', user_id: delft },
        { type: 'text', text: ' & ' },
        { type: 'usergroup', usergroup_id: group },
        { type: 'text', text: ' <b> ' },
        { type: 'link', url: 'https://x.com/1?a=b' },
        { type: 'text', text: ', kijk ' },
        { type: 'emoji', name: 'eyes', unicode: '1f440' },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'nu', style: { bold: true } },
        { type: 'text', text: ' ' },
        { type: 'channel', channel_id: slack.channelNamed('desk')?.id },
      ],
    },
  ])
})

test('the composer links addresses without a scheme and mail, and knows times from emoji', async () => {
  const { slack } = await withDelft()
  await slack.types('delft', 'desk', 'Kijk op bibliotheek.nl, mail balie@delft.nl om 12:30: dag 👋🏽')
  const [message] = messagesOf(slack)
  expect(message?.text).toBe(
    'Kijk op <http://bibliotheek.nl|bibliotheek.nl>, mail <mailto:balie@delft.nl|balie@delft.nl> om 12:30: dag :wave::skin-tone-4:',
  )
  expect(message?.block?.elements?.[0]?.elements).toMatchObject([
    { text: 'Kijk op ' },
    { type: 'link', url: 'http://bibliotheek.nl', text: 'bibliotheek.nl' },
    { text: ', mail ' },
    { type: 'link', url: 'mailto:balie@delft.nl', text: 'balie@delft.nl' },
    { text: ' om 12:30: dag ' },
    { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fd', skin_tone: 4 },
  ])
})

test('the composer draws lists, quotes and code', async () => {
  const { slack } = await withDelft()
  await slack.types('delft', 'desk', 'Drie dingen:\n1. een\n2. twee\n- los\n> gezegd\n```\na < b\n```\nklaar')
  const [message] = messagesOf(slack)
  expect(message?.text).toBe('Drie dingen:\n1. een\n2. twee\n• los\n&gt; gezegd\n```a &lt; b```\nklaar')
  expect(
    message?.block?.elements?.map(({ type, style, elements }) => [type, style ?? null, (elements as []).length]),
  ).toEqual([
    ['rich_text_section', null, 1],
    ['rich_text_list', 'ordered', 2],
    ['rich_text_list', 'bullet', 1],
    ['rich_text_quote', null, 1],
    ['rich_text_preformatted', null, 1],
    ['rich_text_section', null, 1],
  ])
})

test('what another app writes comes as its message, with any metadata it likes', async () => {
  const { slack } = await withDelft()
  const app = await socketOf(slack)
  const metadata = { event_type: 'delivery', event_payload: { key: 'theirs' } }
  await slack.appPosts('Weerbot', 'desk', 'Het regent @schatkamer', { metadata })
  await slack.settled()
  expect(app.events()).toMatchObject([{ payload: { event: { type: 'message', subtype: 'bot_message' } } }])
  const asked = { channel: slack.channelNamed('desk')?.id, include_all_metadata: true }
  expect((await ask(slack, 'conversations.history', asked)).messages[0]).toMatchObject({ metadata })
})

test('a mention of the bot comes as a message and as a mention, with the same ts', async () => {
  const { slack } = await withDelft()
  const app = await socketOf(slack)
  const ts = await slack.types('delft', 'desk', '@schatkamer help')
  await slack.settled()
  expect(app.events().map(({ payload }) => payload?.event)).toMatchObject([
    { type: 'message', ts, channel_type: 'channel', text: `<@${slack.workspace.botUser}> help` },
    { type: 'app_mention', ts, text: `<@${slack.workspace.botUser}> help` },
  ])
})

test('an edit and a deletion come with what stood there', async () => {
  const { slack, delft } = await withDelft()
  const app = await socketOf(slack)
  const ts = await slack.types('delft', 'desk', 'Eerst')
  await slack.edits('delft', ts, 'Later')
  await slack.deletes('delft', ts)
  await slack.settled()
  expect(app.events().map(({ payload }) => payload?.event)).toMatchObject([
    { text: 'Eerst', ts },
    {
      subtype: 'message_changed',
      hidden: true,
      message: { text: 'Later', ts, user: delft, edited: { user: delft } },
      previous_message: { text: 'Eerst' },
    },
    { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'Later' } },
  ])
  await expect(slack.edits('delft', ts, 'Te laat')).rejects.toThrow('no message')
})

test('a press tells which button, where, in which thread, and with a trigger that works', async () => {
  const { slack, delft, channel } = await withDelft()
  const heard = await appAt(slack)
  const root = await ask(slack, 'chat.postMessage', { channel, text: 'Wortel' })
  const reply = await ask(slack, 'chat.postMessage', { channel, text: 'Kaart', blocks, thread_ts: root.ts })
  await slack.settled()
  heard.length = 0
  await slack.presses('delft', 'desk', reply.ts, 'Claim')
  const [payload] = interactive(heard)
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { id: delft, name: 'delft' },
    container: { type: 'message', message_ts: reply.ts, channel_id: channel, is_ephemeral: false, thread_ts: root.ts },
    channel: { id: channel, name: 'desk' },
    message: { ts: reply.ts, thread_ts: root.ts },
    actions: [{ type: 'button', action_id: 'Claim', block_id: 'b1', value: '12', text: { text: 'Claim' } }],
  })
  expect(slack.triggers.exchange(payload.trigger_id)).toBe(delft)
  await expect(slack.presses('delft', 'desk', reply.ts, 'Nee')).rejects.toThrow('there is Claim')
})

test('a press under what one alone sees brings no message along, and its answer replaces or removes it', async () => {
  const { slack, delft, channel } = await withDelft()
  await ask(slack, 'chat.postEphemeral', { channel, user: delft, text: 'Sturen?', blocks })
  const heard = await appAt(slack)
  await slack.pressesEphemeral('delft', 'Claim')
  const [payload] = interactive(heard)
  expect(payload.container).toMatchObject({ is_ephemeral: true })
  expect(payload).not.toHaveProperty('message')
  const answer = (body: object) => slack.fetch(payload.response_url, { method: 'POST', body: JSON.stringify(body) })
  const before = slack.ephemerals('delft')[0]?.seq ?? 0
  await answer({ replace_original: true, text: 'Verstuurd' })
  expect(slack.ephemerals('delft').map(({ text }) => text)).toEqual(['Verstuurd'])
  expect(slack.ephemerals('delft')[0]?.seq).toBeGreaterThan(before)
  await answer({ delete_original: true })
  expect(slack.ephemerals('delft')).toEqual([])
})

test('an address for answers takes five, within half an hour', async () => {
  const { slack } = await withDelft()
  const heard = await appAt(slack)
  const fresh = async () => {
    await slack.slash('delft', 'desk', '/reply')
    return new URLSearchParams(heard.at(-1)?.body).get('response_url') ?? ''
  }
  const status = async (url: string) => (await slack.fetch(url, { method: 'POST', body: '{"text":"Dag"}' })).status
  const url = await fresh()
  const answers = []
  for (let n = 0; n < 6; n++) answers.push(await status(url))
  expect(answers).toEqual([200, 200, 200, 200, 200, 404])
  expect(slack.ephemerals('delft')).toHaveLength(5)
  const late = await fresh()
  slack.clock.advance(30 * 60_000 + 1)
  expect(await status(late)).toBe(404)
})

test('a command tells who gave it and where; the app alone decides what of it is seen', async () => {
  const { slack, delft } = await withDelft()
  await slack.channel('team', { private: true, members: ['delft'] })
  const heard = await appAt(slack)
  await slack.slash('delft', 'team', '/reply', '12 Dag & <hoi>')
  expect(Object.fromEntries(new URLSearchParams(heard[0]?.body))).toMatchObject({
    command: '/reply',
    text: '12 Dag &amp; &lt;hoi&gt;',
    user_id: delft,
    channel_name: 'privategroup',
  })
  expect(slack.messages('team')).toEqual([])
})

test('commands and shortcuts that the installed manifest does not have are not offered', async () => {
  const { slack } = await withDelft()
  await appAt(slack)
  const ts = await slack.types('delft', 'desk', 'Dag')
  slack.install({
    oauth_config: { scopes: { bot: ['commands'] } },
    features: {
      slash_commands: [{ command: '/reply' }],
      shortcuts: [{ type: 'message', name: 'Antwoord', callback_id: 'answer' }],
    },
  })
  await slack.slash('delft', 'desk', '/shout')
  expect(slack.errorsSeen).toMatchObject([{ about: '/shout', reason: 'not a valid command' }])
  await slack.shortcut('delft', 'desk', ts, 'answer')
  await expect(slack.shortcut('delft', 'desk', ts, 'other')).rejects.toThrow('no shortcut other')
})

test('groups, profiles, channels and reactions tell the app that they changed', async () => {
  const { slack, delft, channel } = await withDelft()
  const app = await socketOf(slack)
  const ts = await slack.types('delft', 'desk', 'Dag')
  await slack.leaves('delft', 'curators')
  await slack.changes('delft', { displayName: 'Anna v.' })
  await slack.renames('desk', 'balie')
  await slack.reacts('delft', 'balie', ts, 'eyes')
  await slack.opensHome('delft')
  await slack.settled()
  expect(
    app
      .events()
      .map(({ payload }) => payload?.event)
      .slice(1),
  ).toMatchObject([
    { type: 'subteam_members_changed', removed_users: [delft], added_users: [] },
    { type: 'subteam_updated', subteam: { handle: 'curators', users: [] } },
    { type: 'user_change', user: { id: delft, profile: { display_name: 'Anna v.' } } },
    { type: 'channel_rename', channel: { id: channel, name: 'balie' } },
    { type: 'reaction_added', user: delft, reaction: 'eyes', item: { channel, ts }, item_user: delft },
    { type: 'app_home_opened', user: delft, tab: 'home' },
  ])
})

test('who is in a group is read at the moment itself', async () => {
  const { slack, delft } = await withDelft()
  const usergroup = slack.workspace.group('curators').id
  const users = async () => (await ask(slack, 'usergroups.users.list', { usergroup })).users
  expect(await users()).toEqual([delft])
  await slack.leaves('delft', 'curators')
  expect(await users()).toEqual([])
  const list = await ask(slack, 'usergroups.list', { include_users: true })
  expect(list.usergroups).toMatchObject([{ id: usergroup, handle: 'curators', users: [], user_count: 0 }])
})

test('a profile tells the language only where it is asked for', async () => {
  const { slack, delft } = await withDelft()
  const bare = await ask(slack, 'users.info', { user: delft })
  expect(bare.user).toMatchObject({ profile: { display_name: 'Anna' }, deleted: false })
  expect(bare.user).not.toHaveProperty('locale')
  const asked = await ask(slack, 'users.info', { user: delft, include_locale: true })
  expect(asked.user).toMatchObject({ locale: 'nl-NL' })
  expect(await ask(slack, 'users.info', { user: 'U0' })).toMatchObject({ error: 'user_not_found' })
})
