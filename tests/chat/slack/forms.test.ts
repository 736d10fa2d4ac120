import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createApi } from '../../../src/chat/slack/api.ts'
import { createDraw } from '../../../src/chat/slack/draw/draw.ts'
import { createForms } from '../../../src/chat/slack/forms/forms.ts'
import { createHome } from '../../../src/chat/slack/home.ts'
import type { Content, Form, FormAsked } from '../../../src/model/chat.ts'
import { ManualClock } from '../../support/clock.ts'
import { FakeSlack } from '../../support/slack/fake.ts'
import { premises } from './outside.ts'

const REPLY: Form = {
  title: 'Antwoord in gesprek #12 aan @leesbeest',
  submit: 'Versturen',
  context: 'Curator Delft heeft dit gesprek.',
  quotes: [
    {
      author: 'leesbeest',
      text: 'Wie schreef <!channel> Titaantjes?',
      at: Date.UTC(2027, 0, 11, 7),
      url: null,
      edited: false,
      deleted: false,
      attachments: [],
    },
  ],
  preview: { text: '', length: 0, max: 280 },
  fields: [
    { name: 'opened', label: '', kind: 'opened' },
    { name: 'text', label: 'Antwoord', kind: 'lines', required: true, limit: { network: 'x', max: 280, suffix: '' } },
  ],
}
const ASKED: Omit<FormAsked, 'by'> = { channel: 'ochtendblad', thread: '1.2', action: 'reply', value: '12', typed: {} }

/** Somebody's own page before a fake Slack. */
async function ownPage() {
  const { slack, api, draw, anna, clock } = await desk()
  const logged: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) })
  const { signal } = new AbortController()
  return { slack, anna, clock, logged, home: createHome({ api, draw, clock, log, signal }) }
}

/** The forms before a fake Slack; the station answers with a form whose preview follows what is typed. */
async function desk(form: Form = REPLY) {
  const clock = new ManualClock()
  const slack = await FakeSlack.start({ clock, limits: false })
  onTestFinished(() => slack.stop())
  const options = { botToken: slack.botToken, fetch: slack.fetch, clock, log: pino({ level: 'silent' }) }
  const api = createApi(options, () => {})
  const draw = createDraw({
    mention: (id) => ({ type: 'text', text: `@${id}` }),
    language: () => 'nl',
    zone: () => 'Europe/Amsterdam',
    address: () => 'http://127.0.0.1:3000',
  })
  const people = { languageOf: () => null }
  const forms = createForms({ options, api, people, premises: () => premises, draw })
  const anna = await slack.person({ name: 'anna' })
  const asked: FormAsked[] = []
  const handlers = {
    form: async (it: FormAsked) => {
      asked.push(it)
      const text = it.typed.text ?? ''
      return { form: form.preview ? { ...form, preview: { text, length: text.length, max: 280 } } : form }
    },
  }
  return {
    slack,
    clock,
    api,
    draw,
    forms,
    anna,
    asked,
    handlers,
    opens: () => forms.opens(slack.triggers.make(anna), { ...ASKED, by: anna }, handlers),
    shown: () => JSON.stringify(slack.modal(anna)?.blocks),
  }
}

test('a form shows the conversation so far, what it is about and its fields, whole where its title is too long', async () => {
  const { opens, slack, anna, shown } = await desk()
  expect(await opens()).toEqual([])
  expect(slack.modal(anna)).toMatchObject({ title: { text: 'Antwoord in gesprek #12…' } })
  for (const words of ['aan @leesbeest', 'Curator Delft heeft dit', 'Wie schreef <!channel> Titaantjes?', '0/280'])
    expect(shown()).toContain(words)
  expect(slack.pings).toEqual([])
})

test('how long it is and how it will read follow what is typed, and what was typed stays', async () => {
  const { opens, slack, anna, shown, forms, handlers, asked } = await desk()
  await opens()
  const view = slack.modal(anna)
  const typed = (text: string) => ({
    ...view,
    state: { values: { 'field:text': { text: { type: 'plain_text_input', value: text } } } },
  })
  await Promise.all(
    ['Dat', 'Dat was', 'Dat was Nescio. '.repeat(20)].map((text) => forms.typed(anna, typed(text), handlers)),
  )
  expect(shown()).toContain('⚠️ 320/280 tekens · 40 te veel')
  expect(shown()).toContain('Dat was Nescio. Dat was')
  expect(asked.at(-1)).toMatchObject({ by: anna, channel: 'ochtendblad', action: 'reply', value: '12' })
})

test('what was sent says where it belongs, what stands in it and when it was opened', async () => {
  const { opens, slack, anna, forms, clock } = await desk()
  const opened = String(clock.now())
  await opens()
  clock.advance(60_000)
  const view = { ...slack.modal(anna), state: { values: { 'field:text': { text: { value: 'Dat was Nescio.' } } } } }
  expect(forms.submitted(view)).toEqual({
    channel: 'ochtendblad',
    thread: '1.2',
    action: 'reply',
    value: '12',
    form: { text: 'Dat was Nescio.', opened },
  })
  expect(forms.submitted({ id: 'V1', private_metadata: '{}', state: { values: {} } })).toBeNull()
})

test('a refusal stands beside what was typed; an answer that refuses nothing is no error', async () => {
  const { opens, slack, anna, forms } = await desk()
  await opens()
  const refused: Content = { kind: 'private', text: 'Te lang: 320 van 280.', about: { code: 'too-long' } }
  expect(forms.errorsOf(slack.modal(anna), [refused])).toEqual({ 'field:text': 'Te lang: 320 van 280.' })
  expect(forms.errorsOf(slack.modal(anna), [{ kind: 'private', text: 'Gelukt.' }])).toBeNull()
})

test('whose trigger has run out is asked to press once more', async () => {
  const { slack, forms, anna, handlers, clock } = await desk()
  const trigger = slack.triggers.make(anna)
  clock.advance(3_001)
  const told = await forms.opens(trigger, { ...ASKED, by: anna }, handlers)
  expect(told).toMatchObject([{ kind: 'private', text: expect.stringContaining('nog een keer') }])
  expect(slack.modal(anna)).toBeUndefined()
})

test('a text that no form of Slack holds is not cut: the thread is the place for it', async () => {
  const fields = [{ name: 'text', label: 'Tekst', kind: 'lines' as const, value: 'lang '.repeat(700) }]
  const { opens } = await desk({ title: 'Verbeteren', submit: 'Versturen', fields })
  expect(await opens()).toMatchObject([{ text: expect.stringContaining('Typ hem in de draad') }])
})

test('a choice is one of its options', async () => {
  const options = [
    { value: 'answered', label: 'Beantwoord' },
    { value: 'could-not-help', label: 'Niet kunnen helpen' },
  ]
  const fields = [{ name: 'reason', label: 'Waarom', kind: 'choice' as const, required: true, options }]
  const { opens, slack, anna, forms } = await desk({ title: 'Sluiten', submit: 'Sluiten', fields })
  await opens()
  const state = { values: { 'field:reason': { reason: { selected_option: { value: 'answered' } } } } }
  expect(forms.submitted({ ...slack.modal(anna), state })).toMatchObject({ form: { reason: 'answered' } })
})

test('somebody’s own page is drawn when it is opened and after each act, and never for who did not open it', async () => {
  const { slack, anna, home } = await ownPage()
  let drafts = 1
  const handlers = {
    home: async (): Promise<Content[]> =>
      Array.from({ length: drafts }, (_, n) => ({ kind: 'private', text: `Concept ${n + 1}`, about: { draft: 7 } })),
  }
  await home.acted(anna, handlers)
  expect(slack.home(anna)).toBeUndefined()
  await home.opened(anna, handlers)
  expect(JSON.stringify(slack.home(anna)?.blocks)).toContain('Concept 1')
  drafts = 80
  await home.acted(anna, handlers)
  expect(JSON.stringify(slack.home(anna)?.blocks)).toContain('Concept 50')
  expect(slack.home(anna)?.blocks.length).toBeLessThanOrEqual(100)
})

test('a page that Slack does not take yet is shown later, as things stand by then; one that it refuses is logged', async () => {
  const { slack, clock, anna, home, logged } = await ownPage()
  const shown: Content[] = [{ kind: 'private', text: 'Nog 1 concept' }]
  const handlers = { home: async () => shown }
  slack.faults.add({ kind: 'limited', retryAfter: 30, method: 'views.publish', times: 1 })
  const opening = home.opened(anna, handlers)
  await slack.until(() => slack.requests.some((it) => it.status === 429))
  shown[0] = { kind: 'private', text: 'Nog 0 concepten' }
  const tick = setInterval(() => clock.advance(5_000), 5)
  onTestFinished(() => clearInterval(tick))
  await opening
  expect(JSON.stringify(slack.home(anna)?.blocks)).toContain('Nog 0 concepten')
  expect(logged).toEqual([])
  slack.workspace.people.delete(anna)
  await home.acted(anna, handlers)
  expect(logged.join()).toContain('a page of somebody’s own is not shown')
})
