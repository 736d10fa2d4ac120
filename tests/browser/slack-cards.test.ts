import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraw } from '../../src/chat/slack/draw/draw.ts'
import type { Content, Quote } from '../../src/model/chat.ts'
import { pictureOf, type Shown } from '../support/slack/picture.ts'
import { type Mishaps, openBrowser, sitDown, takePicture, widthOf } from './people.ts'

const draw = createDraw({
  mention: (id) => ({ type: 'text', text: `@${id}` }),
  language: () => 'nl',
  zone: () => 'Europe/Amsterdam',
  address: () => 'https://zender.example',
})
const shown = (at: string, content: Content, reply = false): Shown => ({ at, blocks: draw(content).blocks, reply })
const quote = (more: Partial<Quote> = {}): Quote => ({
  author: 'boekenworm_lies',
  text: 'Goedemorgen! Hebben jullie Titaantjes ook als luisterboek?\nIk kom vanmiddag langs in Deventer.',
  at: Date.UTC(2027, 0, 11, 8, 15),
  url: 'https://x.com/boekenworm_lies/status/1',
  edited: false,
  deleted: false,
  attachments: [{ kind: 'image', url: 'https://pbs.twimg.com/media/a.jpg', alt: 'Een lege plank in de bibliotheek' }],
  ...more,
})
const card: Content = {
  kind: 'card',
  text: '#12 · @boekenworm_lies · X',
  quote: quote(),
  facts: [
    { label: 'Programma', value: 'Ochtendblad' },
    {
      label: 'Antwoord op',
      value: 'Goedemorgen, lezers! Wat ligt er bij jullie op tafel?',
      url: 'https://x.com/station/status/2',
    },
    { label: 'Hier omdat', value: 'antwoord op een bericht van dit programma' },
  ],
  state: { label: 'wacht op antwoord', tone: 'waiting' },
  buttons: [
    { action: 'claim', value: '12', label: 'Oppakken' },
    {
      action: 'reply',
      value: '12',
      label: 'Antwoorden',
      style: 'primary',
      form: { title: 'Antwoord', submit: 'Versturen', fields: [] },
    },
    { action: 'close', value: '12', label: 'Sluiten' },
    { action: 'like', value: '12', label: 'Vind ik leuk', overflow: true },
    { action: 'ask-private', value: '12.1', label: 'Vraag privé verder te gaan', overflow: true },
  ],
  banner: 'SANDBOX · X',
  about: { conversation: 12 },
}
const thread: Shown[] = [
  shown('09:15', { ...card, state: { label: 'beantwoord · bij Curator Deventer', tone: 'done' } }),
  shown(
    '09:18',
    { kind: 'message', text: '', quote: quote({ text: 'O, en de e-book-versie? 😊', attachments: [], edited: true }) },
    true,
  ),
  shown(
    '09:21',
    {
      kind: 'reply',
      text: '✓ Curator Deventer antwoordde @boekenworm_lies op X',
      facts: [
        {
          label: 'Dit leest iedereen',
          value:
            'Ja hoor, twee exemplaren liggen klaar bij de balie.\nHet e-book leen je via de online Bibliotheek. ^CD',
        },
      ],
      link: { label: 'Bekijk op X', url: 'https://x.com/station/status/9' },
      buttons: [
        { action: 'retract', value: '3', label: 'Terughalen', style: 'danger', overflow: true },
        { action: 'correct', value: '3', label: 'Verbeteren', overflow: true },
      ],
    },
    true,
  ),
]
const busy: Shown[] = [
  shown('20:04', { kind: 'alarm', text: 'X is te druk om te antwoorden; wat wacht, gaat vanzelf uit.' }),
  shown('20:05', {
    kind: 'digest',
    text: 'Open leesclub: 7 nieuwe gesprekken in de laatste halve minuut',
    facts: [
      'Wat vonden jullie van het einde?',
      'Ik las het in één nacht uit',
      'Mag ik er een gedicht bij voorlezen?',
      'Is er volgende week weer een leesclub? Mijn moeder wil ook mee, maar die woont in Delft',
      'Prachtig!',
      'Waar kan ik het boek reserveren?',
      '<!channel> *_~ `gratis` boeken op <https://evil.example|bank.nl>',
    ].map((value, n) => ({ label: `#${40 + n} @lezer_${n + 1}`, value })),
    pick: { action: 'unfold', label: 'Open een gesprek…', options: [{ value: '40', label: '#40' }] },
    banner: 'SANDBOX · X',
  }),
  shown('20:06', {
    ...card,
    text: '#47 · @<!channel>\u202e*_~`<https://evil.example|bank.nl> · X',
    quote: quote({
      author: '<!channel>\u202e*_~`',
      text: `<!channel> <@U1> <https://evil.example|bank.nl> *vet* \`code\`\n${'Heel lang verhaal. '.repeat(400)}`,
      attachments: [],
    }),
    facts: [],
    about: { conversation: 47 },
  }),
]

let browser: Browser
const mishaps: Mishaps = []
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['slack-card', 'ochtendblad', 350, [shown('09:15', card)]],
  ['slack-thread', 'ochtendblad', 600, thread],
  ['slack-busy', 'open-leesclub', 600, busy],
] as const)(
  'what is drawn for Slack fits its column, and nothing in it is foreign: %s',
  async (name, channel, height, messages) => {
    const page = await sitDown(browser, mishaps, { viewport: { width: 760, height } })
    await page.setContent(pictureOf(channel, messages))
    expect(await widthOf(page)).toBeLessThanOrEqual(760)
    expect(await page.locator('.unknown').count()).toBe(0)
    expect(mishaps).toEqual([])
    await takePicture(page, name)
  },
)
