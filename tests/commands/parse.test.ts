import { describe, expect, it } from 'vitest'
import { close } from '../../commands/close.ts'
import type { Command, Place } from '../../commands/command.ts'
import { conversation } from '../../commands/conversation.ts'
import { correct } from '../../commands/correct.ts'
import { ignore } from '../../commands/ignore.ts'
import { inbox } from '../../commands/inbox.ts'
import { threadCommand } from '../../commands/index.ts'
import { note } from '../../commands/note.ts'
import { release } from '../../commands/release.ts'
import { reply } from '../../commands/reply.ts'
import { snippet } from '../../commands/snippet.ts'
import { tag } from '../../commands/tag.ts'
import { readNumber } from '../../commands/which-conversation.ts'
import type { Act } from '../../src/desk/act.ts'
import { station } from '../support/cast.ts'
import { inChannel, inThreadOf } from './place.ts'

/** Parsers look at the station's vocabulary and at nothing else of an act. */
const act = { station } as Act
const parse = <Input>(command: Command<Input>, words: string, place: Place = inChannel) =>
  command.parse(words, place, act)
const refusal = (read: () => unknown) => {
  try {
    return read()
  } catch (error) {
    return error
  }
}

describe('a conversation’s number', () => {
  it.each([
    ['12', { conversation: 12 }],
    ['#12', { conversation: 12 }],
    ['12.3', { conversation: 12, ordinal: 3 }],
    ['#12.3', { conversation: 12, ordinal: 3 }],
    ['12.', null],
    ['-12', null],
    ['12e', null],
    ['0x12', null],
    ['1e3', null],
    ['12345678901', null],
    ['', null],
  ])('%j is read as %j', (word, expected) => {
    expect(readNumber(word)).toEqual(expected)
  })
})

describe('what goes out', () => {
  it('keeps the text as it was typed, line breaks and all', () => {
    expect(parse(reply, '12 Dag!\n\nDit  is het.')).toEqual({
      conversation: 12,
      text: 'Dag!\n\nDit  is het.',
      media: [],
    })
    expect(parse(reply, '#12.3 Dag')).toEqual({ conversation: 12, ordinal: 3, text: 'Dag', media: [] })
  })

  it('needs no number in a thread', () => {
    expect(parse(reply, 'Kijk eens bij de romans', inThreadOf(12))).toEqual({
      conversation: 12,
      text: 'Kijk eens bij de romans',
      media: [],
    })
    expect(parse(reply, '12.2 Dag', inThreadOf(12))).toEqual({ conversation: 12, ordinal: 2, text: 'Dag', media: [] })
  })

  it.each([reply, note, correct] as Command<{ conversation: number; text: string }>[])(
    'never goes to another conversation because its text begins with a number: $name',
    (command) => {
      expect(refusal(() => parse(command, '1984 is een mooi boek', inThreadOf(12)))).toMatchObject({
        code: 'which-conversation',
        facts: { here: 12, found: '1984' },
      })
      expect(parse(command, '#12 1984 is een mooi boek', inThreadOf(12))).toMatchObject({
        conversation: 12,
        text: '1984 is een mooi boek',
      })
    },
  )

  it.each([
    ['', 'number'],
    ['Dag', 'number'],
    ['12', 'text'],
    ['12   ', 'text'],
  ])('without all it needs is refused: %j lacks a %s', (words, problem) => {
    expect(refusal(() => parse(reply, words))).toMatchObject({ code: 'usage', facts: { problem } })
  })
})

describe('/close', () => {
  it.each([
    ['12 answered', [12], 'answered', ''],
    ['12 13 #14 beantwoord', [12, 13, 14], 'answered', ''],
    ['12, 13 spam', [12, 13], 'spam', ''],
    ['12 geen antwoord nodig', [12], 'no-answer-needed', ''],
    ['12 no-answer-needed', [12], 'no-answer-needed', ''],
    ['12 Doorgegeven aan de bibliotheek', [12], 'passed-on', 'aan de bibliotheek'],
    ['12 could-not-help nergens te leen', [12], 'could-not-help', 'nergens te leen'],
    ['12 niet kunnen helpen omdat niemand het heeft', [12], 'could-not-help', 'niemand het heeft'],
    ['12 could not help because: nobody has it', [12], 'could-not-help', 'nobody has it'],
  ])('%j', (words, conversations, reason, because) => {
    expect(parse(close, words)).toEqual({ conversations, reason, because })
  })

  it.each([
    ['', 'number'],
    ['spam', 'number'],
    ['12', 'reason'],
    ['12 spammer', 'reason'],
    ['12 zomaar', 'reason'],
  ])('%j lacks a %s', (words, problem) => {
    expect(refusal(() => parse(close, words))).toMatchObject({ code: 'usage', facts: { problem } })
  })

  it('closes the thread it is typed in', () => {
    expect(parse(close, 'spam', inThreadOf(7))).toMatchObject({ conversations: [7], reason: 'spam' })
  })
})

describe('the other parsers', () => {
  it('take a conversation and nothing more', () => {
    expect(parse(release, ' #12 ')).toEqual({ conversation: 12 })
    expect(parse(release, '', inThreadOf(3))).toEqual({ conversation: 3 })
    expect(refusal(() => parse(release, '12 nu'))).toMatchObject({
      code: 'usage',
      facts: { problem: 'end', found: 'nu' },
    })
  })

  it('read labels one by one, between commas, or as a name of two words', () => {
    expect(parse(tag, '12 luisterboek -boek-zoeken')).toEqual({
      conversation: 12,
      add: ['luisterboek'],
      remove: ['boek-zoeken'],
    })
    expect(parse(tag, '12 Boek zoeken')).toMatchObject({ add: ['Boek zoeken'] })
    expect(parse(tag, '12 Boek zoeken, luisterboek')).toMatchObject({ add: ['Boek zoeken', 'luisterboek'] })
  })

  it('read whom to ignore', () => {
    expect(parse(ignore, '@lezer')).toEqual({ off: false, whom: { handle: 'lezer' } })
    expect(parse(ignore, '@Een Lezer Facebook')).toEqual({
      off: false,
      whom: { handle: 'Een Lezer', network: 'facebook' },
    })
    expect(parse(ignore, 'off @lezer')).toEqual({ off: true, whom: { handle: 'lezer' } })
    expect(parse(ignore, '12')).toEqual({ off: false, whom: { conversation: 12 } })
    expect(parse(ignore, '', inThreadOf(5))).toEqual({ off: false, whom: { conversation: 5 } })
    expect(refusal(() => parse(ignore, 'lezer'))).toMatchObject({ code: 'usage', facts: { problem: 'person' } })
  })

  it('read what to do with a ready-made text', () => {
    expect(parse(snippet, '')).toEqual({ kind: 'list' })
    expect(parse(snippet, 'welkom')).toEqual({ kind: 'show', name: 'welkom' })
    expect(parse(snippet, 'welkom 12')).toEqual({ kind: 'send', name: 'welkom', at: { conversation: 12 } })
    expect(parse(snippet, 'welkom', inThreadOf(12))).toEqual({ kind: 'send', name: 'welkom', at: { conversation: 12 } })
    expect(parse(snippet, 'add dank Dank je\nwel')).toEqual({ kind: 'add', name: 'dank', text: 'Dank je\nwel' })
    expect(parse(snippet, 'remove dank')).toEqual({ kind: 'remove', name: 'dank' })
  })

  it('read which of the waiting and which view of a conversation', () => {
    expect(parse(inbox, 'Mine')).toBe('mine')
    expect(parse(inbox, 'Boek Kwijt')).toEqual({ programme: 'boek-kwijt' })
    expect(parse(conversation, '12 history')).toEqual({ number: 12, history: true })
    expect(parse(conversation, 'geschiedenis', inThreadOf(4))).toEqual({ number: 4, history: true })
  })
})

describe('speaking to us in a thread', () => {
  it.each([
    ['@schatkamer reply Dag', 'reply Dag'],
    ['  @Schatkamer: claim', 'claim'],
    ['@schatkamer', ''],
    ['@schatkamer reply\nEerste regel', 'reply\nEerste regel'],
    ['@schatkamers reply Dag', null],
    ['@schatkamer-delft reply', null],
    ['Zeg @schatkamer reply', null],
    ['Dag', null],
  ])('%j is %j', (text, expected) => {
    expect(threadCommand(text)).toBe(expected)
  })
})
