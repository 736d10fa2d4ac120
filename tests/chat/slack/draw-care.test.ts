import { describe, expect, test } from 'vitest'
import { createDraw } from '../../../src/chat/slack/draw/draw.ts'
import type { Content } from '../../../src/model/chat.ts'
import { saidIn, weightOf } from './drawn.ts'

const draw = createDraw({
  mention: (id) => ({ type: 'text', text: `@${id}` }),
  language: () => 'nl',
  zone: () => 'Europe/Amsterdam',
  address: () => 'http://127.0.0.1:3000',
})
const card: Content = {
  kind: 'card',
  text: '#12 · @lezer · X',
  quote: {
    author: 'lezer',
    text: 'Ik wil niet meer leven',
    at: Date.UTC(2027, 0, 11, 2, 15),
    url: null,
    edited: false,
    deleted: false,
    attachments: [],
  },
  care: {
    label: 'Mogelijk wanhoop of zelfdoding',
    tone: 'danger',
    lines: ['Bel 113 of 0800-0113, chat op 113.nl.', 'Gewaarschuwd: Coördinator.'],
  },
  state: { label: 'wacht op antwoord', tone: 'waiting' },
  buttons: [{ action: 'care-clear', value: '12', label: 'Geen zorg nodig' }],
  about: { conversation: 12 },
}

describe('a card that needs a person first', () => {
  test('says so above everything else, with what to do, and in the notification', () => {
    const { blocks, text } = draw(card)
    expect(saidIn(blocks)).toBe(
      [
        '🆘 Mogelijk wanhoop of zelfdoding',
        '> Bel 113 of 0800-0113, chat op 113.nl.',
        '> Gewaarschuwd: Coördinator.',
        '🟠 wacht op antwoord  ·  #12 · @lezer · X',
        'ma 11 jan. 03:15',
        '> Ik wil niet meer leven',
        '[Geen zorg nodig]',
      ].join('\n'),
    )
    expect(text).toBe('Mogelijk wanhoop of zelfdoding · #12 · @lezer · X')
    expect(blocks[0]?.block_id).toBe('card 12')
  })

  test('a complaint is no alarm', () => {
    const { blocks, text } = draw({ ...card, care: { label: 'Klacht', tone: 'notice', lines: ['Vraag het.'] } })
    expect(saidIn(blocks)).toContain('📣 Klacht\n> Vraag het.')
    expect(text).toBe('#12 · @lezer · X')
  })

  test('keeps what to do in full where a message of any length stands below it, and Slack takes it', () => {
    const lines = ['a', 'b', 'c'].map((it) => it.repeat(280))
    const { blocks } = draw({
      ...card,
      care: { label: 'Mogelijk wanhoop of zelfdoding', tone: 'danger', lines },
      quote: { ...card.quote!, text: '😀é\n'.repeat(10_000) },
      facts: Array.from({ length: 80 }, (_, n) => ({ label: `Feit ${n} é`, value: 'é'.repeat(3_000) })),
    })
    expect(blocks.length).toBeLessThanOrEqual(50)
    expect(weightOf(blocks)).toBeLessThanOrEqual(13_200)
    for (const line of lines) expect(saidIn(blocks)).toContain(line)
  })
})
