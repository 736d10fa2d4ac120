import { describe, expect, it } from 'vitest'
import { OnAir, type Private } from '../support/on-air.ts'

const HOLD = 10_000

describe('a curator answers', () => {
  it('asks the writer alone what was typed in the thread, sends after the hold, and shows it with its link', async () => {
    const station = await OnAir.at()
    const question = await station.writes('lezer1', 'Welk boek werd er net genoemd?')
    const thread = await station.threadWith('Welk boek')
    expect(thread).toMatchObject({ channel: 'ochtendblad', network: 'x', author: 'lezer1', state: 'waiting' })

    const [asked] = await station.types('curator-deventer', thread, 'Dat was Turks fruit.')
    expect(asked?.text).toBe('Versturen aan @lezer1 op X? 20/280')
    expect(asked?.buttons?.map((it) => it.action)).toEqual(['send', 'keep'])
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])

    await station.presses('curator-deventer', thread.id, asked!.buttons![0]!)
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.includes('gaat uit over 10 seconden')))
    expect(await station.posts()).toEqual([])
    station.clock.advance(HOLD)
    expect(await station.postWith('Turks fruit')).toMatchObject({ inReplyTo: question, text: 'Dat was Turks fruit.' })
    await station.thread(thread.id, (it) => it.state === 'done' && it.messages.some(({ text }) => text.startsWith('✓')))
  })

  it('keeps inside what its writer keeps inside', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Is er nog een plek?')
    const thread = await station.threadWith('Is er nog een plek')
    const [asked] = await station.types('curator-deventer', thread, 'Even navragen bij de balie.')
    await station.presses('curator-deventer', thread.id, asked!.buttons![1]!)
    station.clock.advance(HOLD * 2)
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('asks nothing where a colleague is spoken to, or the line begins with note:', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Kennen jullie dit lied?')
    const thread = await station.threadWith('Kennen jullie dit lied')
    expect(await station.types('curator-deventer', thread, '@curator-delft, weet jij dit?')).toEqual([])
    expect(await station.types('curator-deventer', thread, 'note: vraagt dit elke week')).toEqual([])
  })

  it('publishes nothing that was edited into a note in the hold, and asks anew about words that were changed', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Kunnen jullie mij helpen?')
    const thread = await station.threadWith('mij helpen')
    const typed = await station.says('curator-deventer', thread, 'Kom langs, wij zoeken mee.')
    await station.presses('curator-deventer', thread.id, typed.private[0]!.buttons![0]!)
    const edit = (text: string) =>
      station.call<{ private: Private[] }>('PATCH', `/desk/messages/${typed.message}`, { as: 'curator-deventer', text })
    const [asked] = (await edit('Kom morgen langs, wij zoeken mee.')).private
    station.clock.advance(HOLD * 2)
    await station.settled()
    expect(await station.posts()).toEqual([])
    await station.presses('curator-deventer', thread.id, asked!.buttons![0]!)
    expect((await edit('note: die lezer is lastig')).private).toEqual([])
    station.clock.advance(HOLD * 2)
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('Binnen gehouden')))
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('says in the thread what became of words that were changed in the hold: changed again, kept inside, deleted', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Kunnen jullie mij helpen?')
    const thread = await station.threadWith('mij helpen')
    const changedInTheHold = async (text: string) => {
      const typed = await station.says('curator-deventer', thread, text)
      await station.presses('curator-deventer', thread.id, typed.private[0]!.buttons![0]!)
      const path = `/desk/messages/${typed.message}`
      const edit = (to: string) =>
        station.call<{ private: Private[] }>('PATCH', path, { as: 'curator-deventer', text: to })
      const [asked] = (await edit(`${text} Morgen.`)).private
      await station.thread(thread.id, (it) => it.messages.some((line) => line.text.includes('wacht op Versturen')))
      return { path, edit, asked: asked! }
    }
    const line = (start: string, words: string) =>
      station.thread(thread.id, (it) =>
        it.messages.some((one) => one.text.startsWith(start) && JSON.stringify(one).includes(words)),
      )

    const first = await changedInTheHold('Kom langs.')
    await first.edit('Kom overmorgen langs.')
    await line('Curator Deventer paste', 'overmorgen')
    await station.presses('curator-deventer', thread.id, first.asked.buttons![1]!)
    await line('Binnen gehouden', 'overmorgen')

    const second = await changedInTheHold('Bel ons.')
    await station.call('DELETE', second.path, { as: 'curator-deventer' })
    await line('Binnen gehouden', 'Bel ons. Morgen.')
    expect(await station.posts()).toEqual([])
  })

  it('takes a reply back in the hold, and sends it not at all', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Hoe laat gaan jullie open?')
    const thread = await station.threadWith('Hoe laat')
    await station.types('curator-deventer', { channel: 'ochtendblad' }, `/reply ${thread.conversation} Om zeven uur.`)
    const held = await station.thread(thread.id, (it) =>
      it.messages.some(({ buttons }) => buttons?.some(({ action }) => action === 'undo')),
    )
    const line = held.messages.find(({ buttons }) => buttons?.some(({ action }) => action === 'undo'))!
    await station.presses('curator-delft', line.id, line.buttons!.find(({ action }) => action === 'undo')!)
    station.clock.advance(HOLD * 2)
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('Teruggenomen')))
    expect(await station.posts()).toEqual([])
  })

  it('opens a conversation again that was closed as answered when the answer was taken back', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Is er nog een kaartje?')
    const thread = await station.threadWith('kaartje')
    const channel = { channel: 'ochtendblad' }
    await station.types('curator-deventer', channel, `/reply ${thread.conversation} Ja hoor.`)
    await station.types('curator-deventer', channel, `/close ${thread.conversation} answered`)
    const held = await station.thread(thread.id, (it) =>
      it.messages.some((line) => line.buttons?.some((b) => b.action === 'undo')),
    )
    const line = held.messages.find((it) => it.buttons?.some(({ action }) => action === 'undo'))!
    await station.presses('curator-deventer', line.id, line.buttons!.find(({ action }) => action === 'undo')!)
    await station.thread(thread.id, (it) => it.state === 'waiting' || it.state === 'busy')
    const [inbox] = await station.types('curator-deventer', channel, '/inbox')
    expect(JSON.stringify(inbox)).toContain('lezer1')
  })

  it('corrects the reply whose button was pressed, not the newest', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Wie schreef Eline Vere?')
    const thread = await station.threadWith('Eline Vere')
    for (const text of ['Dat was Couperus, in 1888.', 'Het staat op kast vier.']) {
      await station.types('curator-deventer', { channel: 'ochtendblad' }, `/reply ${thread.conversation} ${text}`)
      station.clock.advance(HOLD)
      await station.postWith(text)
    }
    const wrong = await station.postWith('1888')
    const shown = await station.thread(
      thread.id,
      (it) => it.messages.filter(({ text }) => text.startsWith('✓')).length === 2,
    )
    const line = shown.messages.find(({ text }) => text.startsWith('✓'))!
    const button = line.buttons!.find(({ action }) => action === 'correct')!
    await station.presses('curator-deventer', line.id, button, { text: 'In 1889 als boek.' })
    station.clock.advance(HOLD)
    expect(await station.postWith('als boek')).toMatchObject({ inReplyTo: wrong.id })
  })

  it('lets nobody who may not send decide about a reply that was stopped', async () => {
    const station = await OnAir.at()
    const first = await station.writes('lezer1', 'Mag dat mee?')
    const thread = await station.threadWith('Mag dat mee')
    await station.types('curator-deventer', { channel: 'ochtendblad' }, `/reply ${thread.conversation} Ja.`)
    await station.writes('lezer1', 'En dit?', { inReplyTo: first })
    const stopped = await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('Gestopt')))
    const line = stopped.messages.find(({ text }) => text.startsWith('Gestopt'))!
    const keep = line.buttons!.find(({ action }) => action === 'keep')!
    const [told] = await station.presses('researcher', line.id, keep)
    expect(told?.about?.code).toBe('may-not-send')
  })

  it('retracts what is out, and a correction hangs under our own reply', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Wie schreef Max Havelaar?')
    const thread = await station.threadWith('Max Havelaar')
    const channel = { channel: 'ochtendblad' }
    await station.types('curator-deventer', channel, `/reply ${thread.conversation} Dat was Multatuli, in 1859.`)
    station.clock.advance(HOLD)
    const wrong = await station.postWith('1859')
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('✓')))
    await station.types('curator-deventer', channel, `/correct ${thread.conversation} In 1860, excuus.`)
    station.clock.advance(HOLD)
    expect(await station.postWith('In 1860')).toMatchObject({ inReplyTo: wrong.id })
    await station.thread(thread.id, (it) => it.messages.filter(({ text }) => text.startsWith('✓')).length === 2)
    await station.types('curator-deventer', channel, `/retract ${thread.conversation}`)
    await station.eventually('the newest reply is gone', async () =>
      (await station.posts()).length === 1 ? true : undefined,
    )
    expect((await station.posts())[0]?.text).toContain('1859')
  })

  it('refuses whoever may not send, and tells that person alone', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Welke aria was dat?')
    const thread = await station.threadWith('Welke aria')
    const [told] = await station.types(
      'expert-muziek',
      { channel: 'ochtendblad' },
      `/reply ${thread.conversation} Casta diva.`,
    )
    expect(told?.about?.code).toBeDefined()
    expect(await station.types('researcher', thread, 'Interessante vraag.')).toEqual([])
    station.clock.advance(HOLD)
    await station.settled()
    expect(await station.posts()).toEqual([])
  })

  it('tells the second curator who has it, and two Sends of one text send one', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Mag ik twee boeken verlengen?')
    const thread = await station.threadWith('verlengen')
    const text = `/reply ${thread.conversation} Ja, dat kan in de app.`
    const answers = await Promise.all([
      station.types('curator-deventer', { channel: 'ochtendblad' }, text),
      station.types('curator-delft', { channel: 'ochtendblad' }, text),
    ])
    expect(answers.flat().filter((it) => it.about?.code === 'claimed-by')).toHaveLength(1)
    station.clock.advance(HOLD)
    await station.postWith('in de app')
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
  })

  it('says in words why a network refused', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Vertel eens alles over Couperus?')
    const thread = await station.threadWith('Couperus')
    const [told] = await station.types(
      'curator-deventer',
      { channel: 'ochtendblad' },
      `/reply ${thread.conversation} ${'woord '.repeat(60)}`,
    )
    expect(told?.about?.code).toBe('too-long')
    expect(told?.text).toContain('van 280')
  })
})

describe('a reader changes something', () => {
  it('stops what is in the hold when its addressee writes again, and sends it only when the writer has seen that', async () => {
    const station = await OnAir.at()
    const first = await station.writes('lezer1', 'Hebben jullie Eline Vere?')
    const thread = await station.threadWith('Eline Vere')
    await station.types(
      'curator-deventer',
      { channel: 'ochtendblad' },
      `/reply ${thread.conversation} Ja, op de eerste verdieping.`,
    )
    await station.writes('lezer1', 'O, ik bedoel als luisterboek.', { inReplyTo: first })
    const stopped = await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.startsWith('Gestopt')))
    station.clock.advance(HOLD * 2)
    await station.settled()
    expect(await station.posts()).toEqual([])
    const line = stopped.messages.find(({ text }) => text.startsWith('Gestopt'))!
    await station.presses('curator-deventer', line.id, line.buttons!.find(({ action }) => action === 'send')!)
    station.clock.advance(HOLD)
    await station.postWith('eerste verdieping')
  })

  it('shows what came while a form stood open, and sends what was written in it only after that', async () => {
    const station = await OnAir.at()
    const first = await station.writes('lezer1', 'Hebben jullie De donkere kamer?')
    const thread = await station.threadWith('De donkere kamer')
    const opened = String(station.clock.now())
    station.clock.advance(30_000)
    await station.writes('lezer1', 'Laat maar, gevonden!', { inReplyTo: first })
    await station.threadWith('gevonden')
    const button = { action: 'reply', value: String(thread.conversation) }
    const [asked] = await station.presses('curator-deventer', thread.id, button, { text: 'Op kast drie.', opened })
    expect(asked?.buttons?.map((it) => it.label)).toContain('Toch versturen')
    await station.presses('curator-deventer', thread.id, asked!.buttons!.find(({ action }) => action === 'send')!)
    station.clock.advance(HOLD)
    await station.postWith('kast drie')
  })

  it('does not stop an answer to one reader when another writes in the same thread', async () => {
    const station = await OnAir.at()
    const first = await station.writes('lezer1', 'Hebben jullie De avonden?')
    const thread = await station.threadWith('De avonden')
    await station.types(
      'curator-deventer',
      { channel: 'ochtendblad' },
      `/reply ${thread.conversation} Zeker, twee keer.`,
    )
    await station.writes('lezer2', 'Dat wil ik ook weten.', { inReplyTo: first })
    await station.threadWith('Dat wil ik ook weten')
    station.clock.advance(HOLD)
    expect(await station.postWith('twee keer')).toMatchObject({ inReplyTo: first })
  })

  it('shows an edit, and keeps nothing of what was deleted', async () => {
    const station = await OnAir.at()
    const id = await station.writes('lezer1', 'Mijn pasnummer is 12345678, help.')
    const thread = await station.threadWith('pasnummer')
    await station.call('PATCH', `/sandbox/messages/${id}`, { text: 'Ik heb een vraag over mijn pas.' })
    await station.threadWith('een vraag over mijn pas')
    await station.call('DELETE', `/sandbox/messages/${id}`)
    const gone = await station.thread(
      thread.id,
      (it) => it.messages[0]?.deleted === true || it.messages[0]?.text === '',
    )
    expect(JSON.stringify(gone)).not.toContain('vraag over mijn pas')
    const [found] = await station.types('curator-deventer', { channel: 'ochtendblad' }, '/find pas')
    expect(JSON.stringify(found)).not.toContain('vraag over mijn pas')
  })

  it('keeps a conversation in one thread, and reopens it when the reader thanks', async () => {
    const station = await OnAir.at()
    const first = await station.writes('lezer1', 'Wat lees ik na Nescio?')
    const thread = await station.threadWith('na Nescio')
    await station.types('curator-deventer', { channel: 'ochtendblad' }, `/close ${thread.conversation} answered`)
    await station.thread(thread.id, (it) => it.state === 'quiet')
    await station.writes('lezer1', 'Dank jullie wel!', { inReplyTo: first })
    expect(await station.threadWith('Dank jullie wel')).toMatchObject({ id: thread.id })
    await station.thread(thread.id, (it) => it.state === 'waiting')
  })
})

describe('a restart', () => {
  it('finds everything as it was: one thread, one reply, and what was in the hold goes out', async () => {
    const station = await OnAir.at()
    await station.writes('lezer1', 'Waar vind ik gedichten?')
    const thread = await station.threadWith('gedichten')
    await station.types('curator-deventer', { channel: 'ochtendblad' }, `/reply ${thread.conversation} Bij kast tien.`)
    await station.restart()
    station.clock.advance(HOLD)
    await station.postWith('kast tien')
    await station.settled()
    expect(await station.posts()).toHaveLength(1)
    expect((await station.threads()).filter((it) => it.conversation === thread.conversation)).toHaveLength(1)
  })
})
