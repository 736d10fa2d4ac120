import type { KnownBlock, RichTextElement } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { createDraw } from '../../../src/chat/slack/draw/draw.ts'
import type { Content, Quote } from '../../../src/model/chat.ts'
import { elementsOf, saidIn, weightOf } from './drawn.ts'

const draw = createDraw({
  mention: (id) => (id === 'delft' ? { type: 'user', user_id: 'U1' } : { type: 'text', text: `@${id}` }),
  language: () => 'nl',
  zone: () => 'Europe/Amsterdam',
  address: () => 'http://127.0.0.1:3000',
})
const quote: Quote = {
  author: 'lezer',
  text: 'Hebben jullie het nieuwe boek al?\nIk zoek het overal.',
  at: Date.UTC(2027, 0, 11, 8, 15),
  url: 'https://x.com/lezer/status/1',
  edited: false,
  deleted: false,
  attachments: [],
}
const card: Content = {
  kind: 'card',
  text: '#12 · @lezer · X',
  quote,
  facts: [
    { label: 'Programma', value: 'Ochtendblad' },
    { label: 'Antwoord op', value: 'Goedemorgen, lezers', url: 'https://x.com/station/status/2' },
  ],
  state: { label: 'wacht op antwoord', tone: 'waiting' },
  buttons: [
    { action: 'claim', value: '12', label: 'Oppakken' },
    {
      action: 'reply',
      value: '12',
      label: 'Antwoorden',
      style: 'primary',
      form: { title: 'Antwoord', submit: 'Verstuur', fields: [] },
    },
    { action: 'like', value: '12', label: 'Vind ik leuk', overflow: true },
    { action: 'ask-private', value: '12.1', label: 'Vraag privé verder te gaan', overflow: true },
  ],
  banner: 'SANDBOX · X',
  about: { conversation: 12 },
}
const linksIn = (blocks: KnownBlock[]) =>
  elementsOf(blocks).flatMap((it) => (it.type === 'link' ? [`${it.text} → ${it.url}`] : []))

describe('a card', () => {
  test('says how it stands, who wrote what and when, where it comes from and what can be done', () => {
    const { blocks, text } = draw(card)
    expect(text).toBe('#12 · @lezer · X')
    expect(saidIn(blocks)).toBe(
      [
        '🟠 wacht op antwoord  ·  #12 · @lezer · X',
        'ma 11 jan. 09:15 · origineel op x.com',
        '> Hebben jullie het nieuwe boek al?',
        '> Ik zoek het overal.',
        'Programma: Ochtendblad',
        'Antwoord op: Goedemorgen, lezers x.com',
        '🧪 SANDBOX · X',
        '[Oppakken] [Antwoorden primary] (Vind ik leuk | Vraag privé verder te gaan)',
      ].join('\n'),
    )
    expect(linksIn(blocks)).toEqual([
      'origineel op x.com → https://x.com/lezer/status/1',
      'x.com → https://x.com/station/status/2',
    ])
    expect(blocks[0]?.block_id).toBe('card 12')
  })

  test('shows nothing of what the reader deleted, neither words nor attachments', () => {
    const gone: Quote = {
      ...quote,
      deleted: true,
      attachments: [{ kind: 'image', url: 'https://x.com/a.jpg', alt: 'geheim' }],
    }
    const said = saidIn(draw({ ...card, quote: gone }).blocks)
    expect(said).toContain('De lezer heeft dit verwijderd.')
    expect(said).not.toMatch(/nieuwe boek|geheim|Afbeelding/)
  })

  test('says that it was edited', () => {
    expect(saidIn(draw({ ...card, quote: { ...quote, edited: true } }).blocks)).toContain('09:15 · bewerkt')
  })

  test('shows images by reference, and what they show beside the link, never as its words', () => {
    const attachments: Quote['attachments'] = [
      { kind: 'image', url: 'https://evil.example/a.jpg', alt: 'https://bank.nl' },
      { kind: 'video', url: 'javascript:alert(1)', alt: null },
    ]
    const { blocks } = draw({ ...card, quote: { ...quote, attachments } })
    expect(saidIn(blocks)).toContain('📎 Afbeelding (evil.example): https://bank.nl\n📎 Video: zonder beschrijving')
    expect(linksIn(blocks)).toContain('Afbeelding → https://evil.example/a.jpg')
    expect(JSON.stringify(blocks)).not.toContain('javascript:')
    expect(blocks.map((it) => it.type)).not.toContain('image')
  })
})

test.each([
  ['SANDBOX · X', '🧪 SANDBOX · X'],
  ['LIVE · X  SANDBOX · Facebook', '🔴 LIVE · X SANDBOX · Facebook'],
])('a card shows whether it is in earnest: %s', (banner, shown) => {
  expect(saidIn(draw({ kind: 'notice', text: 'x', banner }).blocks)).toBe(`x\n${shown}`)
})

test('what the sandbox links to is at the station’s own address', () => {
  const { blocks } = draw({ ...card, quote: { ...quote, url: '/audience/messages/x-1' } })
  expect(linksIn(blocks)[0]).toBe('origineel op 127.0.0.1:3000 → http://127.0.0.1:3000/audience/messages/x-1')
})

describe('what can be pressed', () => {
  const many = (n: number): Content['buttons'] =>
    Array.from({ length: n }, (_, i) => ({ action: 'like', value: String(i), label: `Leuk ${i}`, overflow: true }))
  test.each([
    [1, '[Leuk 0]'],
    [2, '(Leuk 0 | Leuk 1)'],
    [6, '[Leuk 5] (Leuk 0 | Leuk 1 | Leuk 2 | Leuk 3 | Leuk 4)'],
  ])('behind "more" never stands one alone nor more than five: %i', (n, shown) => {
    expect(saidIn(draw({ kind: 'notice', text: 'x', buttons: many(n)! }).blocks)).toBe(`x\n${shown}`)
  })

  test('a choice of more than a hundred is spread, and each of them can be chosen', () => {
    const options = Array.from({ length: 130 }, (_, i) => ({ value: String(i), label: `#${i}` }))
    const { blocks } = draw({ kind: 'digest', text: 'Samen', pick: { action: 'unfold', label: 'Open…', options } })
    const selects = blocks
      .flatMap((it) => (it.type === 'actions' ? it.elements : []))
      .flatMap((it) => (it.type === 'static_select' ? [it] : []))
    expect(selects.map((it) => it.options?.length)).toEqual([100, 30])
    expect(selects[1]?.options?.at(-1)).toMatchObject({ value: 'act:unfold:129', text: { text: '#129' } })
  })

  test('no two have the same name in a message', () => {
    const { blocks } = draw({
      ...card,
      buttons: [...card.buttons!, ...many(31)!],
      pick: { action: 'unfold', label: 'Open', options: [{ value: '1', label: '#1' }] },
    })
    const ids = blocks.flatMap((it) => (it.type === 'actions' ? it.elements : [])).map((it) => it.action_id)
    expect(ids.length).toBeGreaterThan(8)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a digest', () => {
  test('has a line a conversation', () => {
    const facts = [
      { label: '#12 @lezer', value: 'Hebben jullie\nhet boek?' },
      { label: '#13 @ander', value: 'x'.repeat(500) },
    ]
    const lines = saidIn(draw({ kind: 'digest', text: 'Nieuw bij Ochtendblad', facts }).blocks).split('\n')
    expect(lines.slice(0, 2)).toEqual(['Nieuw bij Ochtendblad', '#12 @lezer: Hebben jullie het boek?'])
    expect(lines[2]).toMatch(/^#13 @ander: x{200,}…$/)
    expect(lines).toHaveLength(3)
  })

  test.each([
    ['Dutch', 'Wanneer is de bibliotheek open? '],
    ['letters that weigh more', '図書館は何時に開きますか。'],
  ])('of fifty names each of them and lets each be opened, in %s', (_, said) => {
    const facts = Array.from({ length: 50 }, (_, n) => ({
      label: `#${1000 + n} @lezer_met_een_naam_${n}`,
      value: said.repeat(9),
    }))
    const options = facts.map(({ label }, n) => ({ value: String(1000 + n), label }))
    const { blocks } = draw({
      kind: 'digest',
      text: '50 nieuwe gesprekken',
      facts,
      pick: { action: 'unfold', label: 'Open…', options },
    })
    for (let n = 0; n < 50; n += 1) {
      expect(saidIn(blocks)).toContain(`#${1000 + n} `)
      expect(JSON.stringify(blocks)).toContain(`"act:unfold:${1000 + n}"`)
    }
    expect(weightOf(blocks)).toBeLessThan(13_000)
  })
})

test('what goes out stands whole under its label, as a quote of its own', () => {
  const value = 'Ja hoor!\nHet ligt voor je klaar. ^AD'
  const link = { label: 'Bekijk op X', url: 'https://x.com/station/status/9' }
  const { blocks } = draw({
    kind: 'reply',
    text: '✓ Deventer antwoordde @lezer op X',
    facts: [{ label: 'Dit leest iedereen', value }],
    link,
    about: { draft: 34 },
  })
  expect(saidIn(blocks)).toBe(
    '✓ Deventer antwoordde @lezer op X  ·  Bekijk op X\nDit leest iedereen:\n> Ja hoor!\n> Het ligt voor je klaar. ^AD',
  )
  expect(blocks[0]?.block_id).toBe('reply 34')
})

test('who is called is called as Slack calls people', () => {
  const { blocks } = draw({ kind: 'notice', text: 'Kijk even', mentions: ['delft', 'onbekend'] })
  expect(elementsOf(blocks)).toContainEqual({ type: 'user', user_id: 'U1' } satisfies RichTextElement)
  expect(saidIn(blocks)).toBe('<U1> @onbekend Kijk even')
})

test('a message without a word is still one', () => {
  const { blocks, text } = draw({ kind: 'notice', text: '' })
  expect(saidIn(blocks)).toBe('Bericht van de zender')
  expect(text).toBe('Bericht van de zender')
})
