import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { ask, desk, slackWith } from './ask.ts'

type Payload = Record<string, unknown> & { type: string; actions?: Record<string, unknown>[] }

/** An app that answers each interaction with what `answers` makes of it. */
async function withModal(blocks: object[], answers: (payload: Payload) => object | null) {
  const slack = await slackWith()
  await desk(slack)
  const user = await slack.person({ name: 'delft' })
  const heard: Payload[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const payload = JSON.parse(new URLSearchParams(body).get('payload') ?? '') as Payload
      heard.push(payload)
      const answer = answers(payload)
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer ? JSON.stringify(answer) : '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  slack.mode = 'http'
  slack.requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
  const view = { type: 'modal', title: plain('Antwoord'), submit: plain('Stuur'), notify_on_close: true, blocks }
  await ask(slack, 'views.open', { trigger_id: slack.triggers.make(user), view })
  return { slack, heard }
}
const plain = (text: string) => ({ type: 'plain_text', text })
const words = (more: object = {}, element: object = {}) => ({
  type: 'input',
  block_id: 'words',
  label: plain('Tekst'),
  element: { type: 'plain_text_input', action_id: 'text', ...element },
  ...more,
})
const option = (label: string) => ({ text: plain(label), value: label.toLowerCase() })

test('errors of the app stand beside the fields, and the modal stays', async () => {
  const { slack } = await withModal([words()], () => ({ response_action: 'errors', errors: { words: 'Te lang' } }))
  expect(await slack.submits('delft', { Tekst: 'a' })).toEqual({ words: 'Te lang' })
  expect(slack.modal('delft')?.state.values.words?.text?.value).toBe('a')
})

test('errors for a block that is no input are an error of the app', async () => {
  const { slack } = await withModal([words()], () => ({ response_action: 'errors', errors: { other: 'Nee' } }))
  await slack.submits('delft', { Tekst: 'a' })
  expect(slack.errorsSeen).toMatchObject([{ about: 'view_submission', reason: 'no input other' }])
})

test('an app may answer a submission with another view', async () => {
  const view = { type: 'modal', title: plain('Klaar'), blocks: [{ type: 'divider' }] }
  const { slack } = await withModal([words()], () => ({ response_action: 'update', view }))
  expect(await slack.submits('delft', { Tekst: 'a' })).toBeNull()
  expect(slack.modal('delft')?.title).toEqual(plain('Klaar'))
})

test('typing tells the app where it asked to hear of each character, and nowhere else', async () => {
  const asked = { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
  const { slack, heard } = await withModal(
    [words({ dispatch_action: true }, asked), words({ block_id: 'more', label: plain('Meer') })],
    () => null,
  )
  await slack.typesInModal('delft', 'Meer', 'stil')
  expect(heard).toEqual([])
  await slack.typesInModal('delft', 'Tekst', 'Dag')
  expect(heard).toMatchObject([
    {
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ type: 'plain_text_input', action_id: 'text', block_id: 'words', value: 'Dag' }],
      view: { state: { values: { words: { text: { value: 'Dag' } }, more: { text: { value: 'stil' } } } } },
    },
  ])
})

test('Enter tells the app where a field is made to, by default', async () => {
  const { slack, heard } = await withModal([words({ dispatch_action: true })], () => null)
  await slack.typesInModal('delft', 'Tekst', 'Dag')
  expect(heard).toEqual([])
  await slack.entersInModal('delft', 'Tekst')
  expect(heard).toMatchObject([{ actions: [{ value: 'Dag' }] }])
})

test('a choice goes along with the submission', async () => {
  const choice = { type: 'static_select', action_id: 'who', options: [option('Delft'), option('Gouda')] }
  const block = { type: 'input', block_id: 'to', label: plain('Aan'), element: choice }
  const { slack, heard } = await withModal([block], () => null)
  await slack.submits('delft', { Aan: 'Gouda' })
  expect(heard).toMatchObject([
    { type: 'view_submission', view: { state: { values: { to: { who: { selected_option: { value: 'gouda' } } } } } } },
  ])
  expect(slack.modal('delft')).toBeUndefined()
})

test('more than a field takes cannot be typed', async () => {
  const { slack } = await withModal([words({}, { max_length: 3 })], () => null)
  await expect(slack.typesInModal('delft', 'Tekst', 'vier')).rejects.toThrow('takes 3 characters')
})

test('who closes a modal is told to the app that asked for it', async () => {
  const { slack, heard } = await withModal([words()], () => null)
  await slack.closes('delft')
  expect(heard).toMatchObject([{ type: 'view_closed', is_cleared: false }])
})
