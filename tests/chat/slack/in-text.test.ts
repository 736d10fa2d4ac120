import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { said, saidToUs } from '../../../src/chat/slack/text/said.ts'

const names = { self: 'UBOT', channel: (id: string) => (id === 'C1' ? 'ochtendblad' : null) }
const read = (...elements: object[]) =>
  said({ text: '', blocks: [{ type: 'rich_text', block_id: 'x', elements }] }, names)
const line = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const text = (words: string) => ({ type: 'text', text: words })
const mrkdwn = (words: string) => said({ text: words, blocks: [] }, names)

describe('what a curator typed in the composer', () => {
  test('is read as the public would read it: emoji as emoji, links as they were typed', () => {
    const typed = read(
      line(
        text('Dank! '),
        { type: 'emoji', name: 'wave::skin-tone-2', unicode: '1f44b-1f3fb' },
        text(' zie '),
        { type: 'link', url: 'http://bibliotheek.nl', text: 'bibliotheek.nl' },
        text(' of '),
        { type: 'link', url: 'https://evil.example/x', text: 'bank.nl' },
        text(', '),
        { type: 'emoji', name: 'onze-uil' },
        text(' in '),
        { type: 'channel', channel_id: 'C1' },
        { type: 'text', text: ' vet', style: { bold: true } },
      ),
    )
    expect(typed).toEqual({
      text: 'Dank! 👋🏻 zie bibliotheek.nl of https://evil.example/x, :onze-uil: in #ochtendblad vet',
      toColleague: false,
    })
  })

  test('keeps its lines, lists, quotes and code', () => {
    const list = (style: string, ...items: string[]) => ({
      type: 'rich_text_list',
      style,
      elements: items.map((it) => line(text(it))),
    })
    const typed = read(
      line(text('Eerst dit:\n')),
      list('bullet', 'lenen', 'lezen'),
      { ...list('ordered', 'terugbrengen'), offset: 2, indent: 1 },
      { type: 'rich_text_quote', elements: [text('twee\nregels')] },
      { type: 'rich_text_preformatted', elements: [text('  code')] },
      line(text('slot')),
    )
    expect(typed.text).toBe('Eerst dit:\n• lenen\n• lezen\n  3. terugbrengen\n> twee\n> regels\n  code\nslot')
  })

  test.each([
    ['a person', { type: 'user', user_id: 'U7DELFT' }, '@U7DELFT'],
    ['a group', { type: 'usergroup', usergroup_id: 'S7' }, '@S7'],
    ['everybody', { type: 'broadcast', range: 'channel' }, '@channel'],
    ['something that Slack invents tomorrow', { type: 'agent', text: '@helper' }, '@helper'],
  ])('that names %s is for colleagues', (_, element, shown) => {
    expect(read(line(text('Weet jij dit '), element, text('?')))).toEqual({
      text: `Weet jij dit ${shown}?`,
      toColleague: true,
    })
  })

  test('speaks to the station where it begins with its name, and to a colleague where it names it further on', () => {
    const us = { type: 'user', user_id: 'UBOT' }
    expect(read(line(us, text(' claim')))).toEqual({ text: '@schatkamer claim', toColleague: false })
    expect(read(line(us, text('claim')))).toEqual({ text: '@schatkamer claim', toColleague: false })
    expect(read(line(us, text(' note kijk eens '), { type: 'user', user_id: 'U2' })).toColleague).toBe(true)
    expect(read(line(text('vraag het '), us))).toEqual({ text: 'vraag het @schatkamer', toColleague: true })
  })

  test('is read from the text beside it where there are no such blocks, and believed where the text names somebody', () => {
    const section = [{ type: 'section', text: { type: 'mrkdwn', text: 'x' } }]
    expect(said({ text: 'Kom <!here>', blocks: section }, names)).toEqual({ text: 'Kom @here', toColleague: true })
    const blocks = [{ type: 'rich_text', elements: [line(text('Kom'))] }]
    expect(said({ text: 'Kom <@U2>', blocks }, names)).toEqual({ text: 'Kom', toColleague: true })
  })
})

describe("Slack's own text", () => {
  test('gives back the signs that somebody typed, and takes references apart', () => {
    expect(
      mrkdwn('&lt;b&gt; Jip &amp; Janneke &amp;lt; <#C1> <#C9|zaal> <https://a.nl/?x=1&amp;y=2|hier> <tel:112|112>')
        .text,
    ).toBe('<b> Jip & Janneke &lt; #ochtendblad #zaal https://a.nl/?x=1&y=2 112')
    expect(mrkdwn('<!date^1392734382^{date_num}|18 feb>')).toEqual({ text: '18 feb', toColleague: false })
    expect(mrkdwn('<!subteam^S1|@redactie>')).toEqual({ text: '@redactie', toColleague: true })
  })

  test('has emoji for what Slack writes as a short name, and nothing for a time or a name that is none', () => {
    expect(mrkdwn('Om 10:30:15 :smile: :+1::skin-tone-3: :flag-nl: :onze-uil: 3:100:2 :a::b:').text).toBe(
      'Om 10:30:15 😄 👍🏼 🇳🇱 :onze-uil: 3:100:2 🅰️🅱️',
    )
    expect(mrkdwn('<https://a.nl/:smile:>').text).toBe('https://a.nl/:smile:')
  })

  test('pings nobody with what somebody only typed', () => {
    expect(mrkdwn('&lt;!channel&gt; &lt;@U1&gt; &lt;https://evil|bank.nl&gt; *_~`')).toEqual({
      text: '<!channel> <@U1> <https://evil|bank.nl> *_~`',
      toColleague: false,
    })
  })

  test('names people in a command as the station reads them', () => {
    expect(saidToUs('12 <@U12|delft> :tada:', names)).toBe('12 @U12 🎉')
  })
})

const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }).map(text), { maxLength: 4 })
const somebody = fc.oneof(
  fc.stringMatching(/^U[A-Z0-9]{3,9}$/).map((user_id) => ({ type: 'user', user_id })),
  fc.stringMatching(/^S[A-Z0-9]{3,9}$/).map((usergroup_id) => ({ type: 'usergroup', usergroup_id })),
  fc.constantFrom('here', 'channel', 'everyone').map((range) => ({ type: 'broadcast', range })),
)
const holder = fc.constantFrom('rich_text_section', 'rich_text_quote', 'rich_text_preformatted', 'rich_text_list')
const part = (type: string, elements: object[]) =>
  type === 'rich_text_list'
    ? { type, style: 'bullet', elements: [line(text('a')), line(...elements)] }
    : { type, elements }

test('whoever is spoken to, wherever in a message: it is never taken for the public', () => {
  fc.assert(
    fc.property(words, somebody, words, holder, words, (before, whom, after, type, first) => {
      const typed = read(line(...first), part(type, [...before, whom, ...after]), line(...after))
      expect(typed.toColleague).toBe(true)
    }),
  )
  const escaped = (it: { text: string }) =>
    it.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const reference = fc.constantFrom('<@U1>', '<@W1|anna>', '<!here>', '<!subteam^S1>', '<!subteam^S1|@uil>', '<!new^x>')
  fc.assert(
    fc.property(words, reference, words, (before, whom, after) => {
      expect(mrkdwn(`${before.map(escaped).join('')}${whom}${after.map(escaped).join('')}`).toColleague).toBe(true)
    }),
  )
})

test('what names nobody is never held back, whatever it holds', () => {
  fc.assert(
    fc.property(words, words, holder, (one, two, type) => {
      expect(read(line(...one), part(type, two)).toColleague).toBe(false)
    }),
  )
})
