import { expect, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'
import type { FakeSlack } from './fake.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const input = (more: object = {}, element: object = {}) => ({
  type: 'input',
  block_id: 'words',
  label: plain('Tekst'),
  element: { type: 'plain_text_input', action_id: 'text', ...element },
  ...more,
})
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Antwoord'),
  submit: plain('Stuur'),
  blocks: [input()],
  ...more,
})

async function withTrigger() {
  const slack = await slackWith()
  await desk(slack)
  const user = await slack.person({ name: 'delft' })
  return { slack, user, trigger_id: slack.triggers.make(user) }
}
const opened = async (slack: FakeSlack, user: string, view: object = modal()) =>
  (await ask(slack, 'views.open', { trigger_id: slack.triggers.make(user), view })).view

test('a trigger opens one modal, within three seconds', async () => {
  const { slack, user, trigger_id } = await withTrigger()
  expect((await ask(slack, 'views.open', { trigger_id, view: modal() })).ok).toBe(true)
  expect(await ask(slack, 'views.open', { trigger_id, view: modal() })).toMatchObject({ error: 'exchanged_trigger_id' })
  const late = slack.triggers.make(user)
  slack.clock.advance(3_001)
  expect(await ask(slack, 'views.open', { trigger_id: late, view: modal() })).toMatchObject({
    error: 'expired_trigger_id',
  })
  expect(await ask(slack, 'views.open', { trigger_id: '1.2.x', view: modal() })).toMatchObject({
    error: 'invalid_trigger_id',
  })
})

test.each([
  ['a title of 25 characters', modal({ title: plain('a'.repeat(25)) }), '/view/title/text'],
  ['a submit of 25', modal({ submit: plain('a'.repeat(25)) }), '/view/submit/text'],
  ['private metadata of 3,001', modal({ private_metadata: 'a'.repeat(3001) }), '/view/private_metadata'],
  ['101 blocks', modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }), '/view/blocks'],
  ['an input without submit', modal({ submit: undefined }), 'missing required field: submit'],
  [
    'an initial value that is too long',
    modal({ blocks: [input({}, { max_length: 2, initial_value: 'abc' })] }),
    'max_length',
  ],
])('%s is refused', async (_, view, why) => {
  const { slack, trigger_id } = await withTrigger()
  const answer = await ask(slack, 'views.open', { trigger_id, view })
  expect(answer).toMatchObject({ ok: false, error: 'invalid_arguments' })
  expect(answer.response_metadata.messages.join('\n')).toContain(why)
})

test('a revision with an old hash conflicts, and what was typed stays where the ids stay', async () => {
  const { slack, user } = await withTrigger()
  const { id, hash } = await opened(slack, user)
  await slack.typesInModal('delft', 'Tekst', 'Half af')
  const revised = await ask(slack, 'views.update', { view_id: id, hash, view: modal({ title: plain('Nieuw') }) })
  expect(revised.ok).toBe(true)
  expect(slack.modal('delft')).toMatchObject({
    title: { text: 'Nieuw' },
    state: { values: { words: { text: { value: 'Half af' } } } },
  })
  expect(await ask(slack, 'views.update', { view_id: id, hash, view: modal() })).toMatchObject({
    error: 'hash_conflict',
  })
})

test('a closed modal is not found', async () => {
  const { slack, user } = await withTrigger()
  const { id } = await opened(slack, user)
  await slack.closes('delft')
  expect(await ask(slack, 'views.update', { view_id: id, view: modal() })).toMatchObject({ error: 'not_found' })
})

test('three modals lie on one another, and no fourth', async () => {
  const { slack, user } = await withTrigger()
  await opened(slack, user)
  const push = () => ask(slack, 'views.push', { trigger_id: slack.triggers.make(user), view: modal() })
  expect([(await push()).ok, (await push()).ok]).toEqual([true, true])
  expect(await push()).toMatchObject({ error: 'push_limit_reached' })
})

test('a required field that is empty is not submitted at all', async () => {
  const { slack, user } = await withTrigger()
  await opened(slack, user)
  expect(await slack.submits('delft', {})).toEqual({ words: 'Please complete this required field.' })
  expect(slack.modal('delft')).toBeDefined()
})

test('a Home page is published where the manifest has one', async () => {
  const { slack, user } = await withTrigger()
  const publish = () =>
    ask(slack, 'views.publish', { user_id: user, view: { type: 'home', blocks: [{ type: 'divider' }] } })
  expect((await publish()).ok).toBe(true)
  expect(slack.home('delft')?.blocks).toMatchObject([{ type: 'divider' }])
  slack.install({ features: { app_home: { home_tab_enabled: false } } })
  expect(await publish()).toMatchObject({ error: 'not_enabled' })
})
