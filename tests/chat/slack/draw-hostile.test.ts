import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDraw } from '../../../src/chat/slack/draw/draw.ts'
import { inertName, inertText } from '../../../src/chat/slack/draw/inert.ts'
import type { Content, Quote } from '../../../src/model/chat.ts'
import { elementsOf, saidIn, weightOf } from './drawn.ts'

const draw = createDraw({
  mention: (id) => ({ type: 'text', text: `@${id}` }),
  language: () => 'en',
  zone: () => 'Europe/Amsterdam',
  address: () => 'http://127.0.0.1:3000',
})
const HOSTILE =
  '<!channel> <@U1> <https://evil.example|bank.nl> *bold* _it_ ~no~ `code` @here #general https://evil.example'
const quoteOf = (more: Partial<Quote>): Quote => ({
  author: 'reader',
  text: 'Hello',
  at: Date.UTC(2027, 0, 11, 8),
  url: 'https://x.com/reader/status/1',
  edited: false,
  deleted: false,
  attachments: [],
  ...more,
})
const everywhere = (said: string): Content => ({
  kind: 'card',
  text: `#12 · @${said} · X`,
  quote: quoteOf({ author: said, text: said, attachments: [{ kind: 'image', url: 'https://x.com/a.jpg', alt: said }] }),
  facts: [{ label: said, value: said, url: 'https://x.com/2' }],
  state: { label: said, tone: 'busy' },
  buttons: [{ action: 'claim', value: '12', label: said }],
  pick: { action: 'unfold', label: said, options: [{ value: '1', label: said }] },
  banner: said,
})

describe('what is written to ping, to disguise or to format', () => {
  test('stays the letters that it is, and nothing but text', () => {
    const { blocks, text } = draw(everywhere(HOSTILE))
    expect(saidIn(blocks)).toContain(`> ${HOSTILE}`)
    expect(new Set(elementsOf(blocks).map((it) => it.type))).toEqual(new Set(['text', 'link']))
    expect(elementsOf(blocks).flatMap((it) => (it.type === 'link' ? [it.url, it.text] : []))).toEqual([
      'https://x.com/reader/status/1',
      'original on x.com',
      'https://x.com/a.jpg',
      'Image',
      'https://x.com/2',
      'x.com',
    ])
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn')
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;')
    expect(text).not.toMatch(/[<>]/)
  })

  test('hides nothing in a name and turns nothing round', () => {
    expect(inertName('\u202egnp.exe\u202c ad\u200bmin\u0007\n<!channel>\ufeff*_~`')).toBe(
      'gnp.exe admin <!channel>*_~`',
    )
    expect(inertName('\u{e0041}\u3164\u00ad')).toBe('?')
    expect(inertName('x'.repeat(40_000))).toBe(`${'x'.repeat(59)}…`)
    expect(inertName('\ud83d lone')).toBe('\ufffd lone')
  })

  test('turns nothing round in a text, and leaves emoji and lines whole', () => {
    expect(inertText('a\u202eb\u2066c\u0000\r\nd\u2028e 👩‍👩‍👧 ok\tx')).toBe('abc\nd\ne 👩‍👩‍👧 ok x')
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'slack://open',
    'nonsense',
    '//evil.example',
    '/\\evil.example',
    '',
  ])('leads nowhere but to the web: %s', (url) => {
    const content: Content = {
      kind: 'notice',
      text: 'x',
      quote: quoteOf({ url, attachments: [{ kind: 'file', url, alt: null }] }),
      facts: [{ label: 'a', value: 'b', url }],
      link: { label: 'View', url },
    }
    expect(elementsOf(draw(content).blocks).filter((it) => it.type === 'link')).toEqual([])
  })

  test('shows in the words of a link where it leads, through a user name in the address too', () => {
    const { blocks } = draw({ kind: 'notice', text: '', quote: quoteOf({ url: 'https://bank.nl@evil.example/' }) })
    expect(saidIn(blocks)).toContain('original on evil.example')
  })
})

describe('what is too long is cut so that it shows, with its length and the original', () => {
  test.each([
    ['40,000 characters', 'x'.repeat(40_000), '40,000'],
    ['10,000 lines', `${'x\n'.repeat(9_999)}x`, '19,999'],
    ['letters of many parts', '👩‍👩‍👧'.repeat(5_000), '25,000'],
    ['letters beyond ASCII', '漢'.repeat(40_000), '40,000'],
  ])('%s', (_, text, length) => {
    const { blocks } = draw({ ...everywhere('x'), quote: quoteOf({ text }) })
    const said = saidIn(blocks)
    expect(said).toMatch(/…\nShortened: /)
    expect(said).toContain(`the whole text has ${length} characters.`)
    expect(said).toMatch(/characters\. · original on x\.com$/m)
    expect(said.length).toBeLessThan(4_000)
    expect(said).not.toMatch(/\u200d…|\ufffd/)
    expect(weightOf(blocks)).toBeLessThan(13_000)
  })

  test('what fits is not cut', () => {
    const text = 'woord '.repeat(400).trim()
    expect(saidIn(draw({ ...everywhere('x'), quote: quoteOf({ text }) }).blocks)).toContain(`> ${text}\n`)
  })

  test('two hundred facts of 40,000 characters', () => {
    const facts = Array.from({ length: 200 }, (_, n) => ({
      label: `fact ${n} ${'l'.repeat(500)}`,
      value: 'v'.repeat(40_000),
    }))
    const { blocks } = draw({ ...everywhere('x'), facts })
    expect(saidIn(blocks)).toMatch(/… and 1\d\d more/)
    expect(weightOf(blocks)).toBeLessThan(13_000)
    expect(blocks.length).toBeLessThanOrEqual(50)
  })
})

const letters = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    HOSTILE,
    '\u202e',
    '\n'.repeat(500),
    '漢'.repeat(9_000),
    'x'.repeat(40_000),
    '\ud83d',
    '&<>"\\'.repeat(999),
  ),
)
const anything: fc.Arbitrary<Content> = fc.record({
  kind: fc.constantFrom('card', 'message', 'reply', 'notice', 'alarm', 'post', 'private', 'digest'),
  text: letters,
  quote: fc.record({
    author: letters,
    text: letters,
    at: fc.integer({ min: 0, max: 4e12 }),
    url: fc.oneof(fc.webUrl(), letters),
    edited: fc.boolean(),
    deleted: fc.boolean(),
    attachments: fc.array(
      fc.record({ kind: fc.constantFrom('image', 'file'), url: fc.oneof(fc.webUrl(), letters), alt: letters }),
      { maxLength: 30 },
    ),
  }),
  facts: fc.array(fc.record({ label: letters, value: letters, url: fc.webUrl() }), { maxLength: 200 }),
  state: fc.record({ label: letters, tone: fc.constantFrom('waiting', 'bad') }),
  mentions: fc.array(letters, { maxLength: 5 }),
  buttons: fc.array(
    fc.record({ action: fc.constant('act'), value: fc.constant('1'), label: letters, overflow: fc.boolean() }),
    { maxLength: 12 },
  ),
  banner: letters,
  link: fc.record({ label: letters, url: fc.webUrl() }),
})

test('whatever comes in, Slack takes it', () => {
  fc.assert(
    fc.property(anything, (content) => {
      const { blocks, text } = draw(content)
      expect(weightOf(blocks)).toBeLessThan(13_000)
      expect(blocks.length).toBeLessThanOrEqual(50)
      expect(text.length).toBeGreaterThan(0)
      expect(text.length).toBeLessThan(1_000)
      expect(`${text}${JSON.stringify(blocks)}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
      for (const it of blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : [])))
        expect(it.elements.length).toBeGreaterThan(0)
      for (const it of elementsOf(blocks)) if (it.type === 'text') expect(it.text).not.toBe('')
      expect(() => encodeURIComponent(text)).not.toThrow()
    }),
    { numRuns: 300, endOnFailure: true },
  )
})
