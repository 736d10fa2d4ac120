import { describe, expect, it } from 'vitest'
import { settleDraft } from '../../src/desk/settle-draft.ts'
import type { Form, FormAnswer } from '../../src/model/chat.ts'
import { anna, ben, openNewsroom, person } from '../support/newsroom.ts'

const formOf = (answer: FormAnswer): Form => {
  if ('form' in answer) return answer.form
  throw new Error(`told instead: ${answer.told[0]?.text}`)
}
const fieldOf = (form: Form, name: string) => form.fields.find((it) => it.name === name)
const codeOf = (answer: FormAnswer) => ('told' in answer ? answer.told[0]?.about?.code : undefined)

describe('the form for a reply', () => {
  it('says who is answered and where, shows what was said so far, and previews what would go out', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?', { thread: 'a' })
    await room.reader.writes('Een blauwe kaft.', { thread: 'a' })
    const form = formOf(await room.form(anna.id, 'reply', String(number), { text: 'Bij de romans.', opened: '5' }))
    expect(form).toMatchObject({
      title: `Antwoord in gesprek #${number}`,
      context: 'Je antwoordt @lezer op X.',
      preview: { text: 'Bij de romans. ^AA', length: 18, max: 280 },
    })
    expect(form.quotes?.map((it) => [it.author, it.text])).toEqual([
      ['lezer', 'Waar vind ik dit boek?'],
      ['lezer', 'Een blauwe kaft.'],
    ])
    expect(fieldOf(form, 'text')).toMatchObject({ value: 'Bij de romans.', limit: { network: 'x', max: 280 } })
    expect(fieldOf(form, 'opened')?.value).toBe('5')
  })

  it('leaves lines with an image out of the preview, and counts as the network does', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const text = `${'a'.repeat(290)}\nimage: https://voorbeeld.nl/kaft.png De kaft`
    const { preview } = formOf(await room.form(anna.id, 'reply', String(number), { text }))
    expect(preview).toEqual({ text: `${'a'.repeat(290)} ^AA`, length: 294, max: 280 })
  })

  it('is in the language of the person, and has at most the last eight messages', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('1', { thread: 'a' })
    for (let n = 2; n <= 10; n++) await room.reader.writes(String(n), { thread: 'a' })
    const form = formOf(await room.form(ben.id, 'reply', String(number)))
    expect(form).toMatchObject({ submit: 'Send', context: 'You answer @lezer on X.', preview: { text: '', length: 0 } })
    expect(form.quotes?.map((it) => it.text)).toEqual(['3', '4', '5', '6', '7', '8', '9', '10'])
  })

  it('is found from any message of the thread when nothing names the conversation', async () => {
    const room = openNewsroom()
    const thread = await room.opens(await room.reader.writes('Waar vind ik dit boek?'))
    expect(formOf(await room.form(anna.id, 'reply', '', {}, thread)).title).toBe('Antwoord in gesprek #1')
    expect(codeOf(await room.form(anna.id, 'reply', '', {}, 'lunch'))).toBe('no-conversation-here')
    expect(codeOf(await room.form(anna.id, 'reply', ''))).toBe('no-conversation-here')
  })

  it('answers the message that is named in its value, and so does what is sent in', async () => {
    const room = openNewsroom()
    await room.reader.writes('Waar vind ik dit boek?', { thread: 'a', as: 'lezer' })
    await room.reader.writes('Dat wil ik ook weten!', { thread: 'a', as: 'buur' })
    expect(formOf(await room.form(anna.id, 'reply', '1.1')).context).toContain('@lezer')
    const form = { text: 'Bij de romans.' }
    await room.does({ kind: 'action', by: anna.id, thread: null, action: 'reply', value: '1.1', form })
    const draft = await room.store.db
      .selectFrom('draft')
      .innerJoin('message', 'message.id', 'draft.message')
      .select('message.ordinal')
      .executeTakeFirstOrThrow()
    expect(draft.ordinal).toBe(1)
  })

  it('says that a colleague has the conversation, and that the reader took the message away, and shows none of it', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Mijn adres is geheim.')
    await room.does({ kind: 'command', by: anna.id, text: `/claim ${number}` })
    await room.store.db.updateTable('message').set({ state: 'deleted', text: '' }).execute()
    const form = formOf(await room.form(ben.id, 'reply', String(number), { text: 'Thanks!' }))
    expect(form.context).toBe(
      'You answer @lezer on X. Careful: the reader has deleted the message; there is nothing to answer any more. Careful: Anna Alders has claimed this conversation.',
    )
    expect(form.quotes).toEqual([])
    expect(fieldOf(form, 'text')?.value).toBe('Thanks!')
  })

  it('is not given to whoever may not send, who is told why', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    room.people.set('U0RESEA', person('U0RESEA', 'Rik Ras', ['researcher']))
    expect(codeOf(await room.form('U0RESEA', 'reply', String(number)))).toBe('may-not-send')
    expect(codeOf(await room.form('U0RESEA', 'close', String(number)))).toBe('no-right')
    expect(codeOf(await room.form('U0STRANGER', 'reply', String(number)))).toBe('unknown-member')
    room.silent = true
    expect(codeOf(await room.form(anna.id, 'reply', String(number)))).toBe('roles-unknown')
  })

  it('changes nothing', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.form(anna.id, 'reply', String(number), { text: 'Bij de romans.' })
    expect(await room.store.db.selectFrom('draft').selectAll().execute()).toEqual([])
    expect(await room.store.db.selectFrom('intake').selectAll().execute()).toEqual([])
  })
})

describe('another form', () => {
  it('closes with one of the reasons, and says who still waits', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    const form = formOf(await room.form(anna.id, 'close', String(number)))
    expect(form.context).toBe('Het gesprek met @lezer op X. Hier wacht nog iemand op antwoord.')
    expect(fieldOf(form, 'reason')?.options?.map((it) => it.value)).toContain('answered')
  })

  it('corrects what stands in public, which is in it already', async () => {
    const room = openNewsroom()
    const number = await room.reader.writes('Waar vind ik dit boek?')
    await room.does({ kind: 'command', by: anna.id, text: `/reply ${number} Bij de romans.` })
    expect(codeOf(await room.form(anna.id, 'correct', '1'))).toBe('nothing-to-correct')
    await room.act(null, (act) => settleDraft(act, 1, { status: 'published', id: 'ours', url: null }))
    const form = formOf(await room.form(anna.id, 'correct', '1'))
    expect(fieldOf(form, 'text')?.value).toBe('Bij de romans.')
    expect(form.preview?.text).toBe('Bij de romans. ^AA')
    expect(form.quotes?.map((it) => it.author)).toEqual(['lezer', 'Anna Alders'])
  })

  it.each(['constructor', 'send', ''])('that does not exist is told: "%s"', async (action) => {
    const room = openNewsroom()
    expect(codeOf(await room.form(anna.id, action, '1'))).toBe('unknown-action')
  })
})
