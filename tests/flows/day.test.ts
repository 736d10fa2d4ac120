import { describe, expect, it } from 'vitest'
import { OnAir } from '../support/on-air.ts'

const MINUTE = 60_000
/** Monday of the first week in Amsterdam, at a time of day. */
const monday = (hour: number, minute = 0) => Date.UTC(2027, 0, 11, hour - 1, minute)

describe('a day on the air', () => {
  it('lets the first post out on three networks, and what readers answer comes to its channel', async () => {
    const station = await OnAir.at(monday(6, 50))
    expect(await station.posts()).toEqual([])
    station.clock.advance(10 * MINUTE)
    await station.restart()
    const post = await station.eventually('the first post on X', async () =>
      (await station.posts()).find((it) => it.inReplyTo === null),
    )
    await station.eventually('on Facebook', async () => (await station.posts('facebook'))[0])
    await station.eventually('on YouTube', async () => (await station.posts('youtube'))[0])
    const announced = await station.eventually('its announcement', async () =>
      (await station.threads()).find((it) => it.channel === 'ochtendblad' && it.messages[0]?.kind === 'post'),
    )
    expect(announced.conversation).toBeNull()
    station.clock.advance(7 * 60 * MINUTE)
    await station.writes('lezer1', 'Die eerste zin ken ik!', { inReplyTo: post.id })
    expect(await station.threadWith('Die eerste zin ken ik')).toMatchObject({ channel: 'ochtendblad' })
  })

  it('calls the host on the air to a conversation of a programme that is not', async () => {
    const station = await OnAir.at(monday(14))
    await station.writes('lezer1', 'Nog één eerste zin dan #Ochtendblad')
    const thread = await station.threadWith('Nog één eerste zin')
    expect(thread.channel).toBe('ochtendblad')
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.includes('Drie Platen')))
  })

  it('calls the host again when a reader writes on in a morning thread in the evening', async () => {
    const station = await OnAir.at(monday(8))
    const first = await station.writes('lezer1', 'Een goede beginzin!')
    const thread = await station.threadWith('goede beginzin')
    await station.types('curator-deventer', { channel: 'ochtendblad' }, `/reply ${thread.conversation} Mooi!`)
    station.clock.advance(10_000)
    await station.thread(thread.id, (it) => it.state === 'done')
    station.clock.advance(12 * 60 * MINUTE)
    await station.writes('lezer1', 'Nog een vraagje.', { inReplyTo: first })
    await station.thread(thread.id, (it) => it.messages.some(({ text }) => text.includes('Nieuw Hoofdstuk')))
  })

  it('asks that reader to go on in private who put personal details in public', async () => {
    const station = await OnAir.at(monday(8))
    const first = await station.writes('lezer1', 'Wie weet hoe ik verleng?')
    const detailed = await station.writes('lezer2', 'Mijn mail is naam@voorbeeld.example', { inReplyTo: first })
    await station.writes('lezer3', 'Dat wil ik ook weten.', { inReplyTo: first })
    await station.threadWith('ook weten')
    const thread = await station.eventually('its button', async () =>
      (await station.threads()).find((it) => it.messages[0]?.buttons?.some(({ action }) => action === 'ask-private')),
    )
    const button = thread.messages[0]!.buttons!.find(({ action }) => action === 'ask-private')!
    await station.presses('curator-deventer', thread.id, button)
    station.clock.advance(10_000)
    expect(await station.postWith('persoonlijke gegevens')).toMatchObject({ inReplyTo: detailed })
  })

  it('gives two people under one post a thread each, that name one another', async () => {
    const station = await OnAir.at(monday(6, 59))
    station.clock.advance(MINUTE)
    await station.restart()
    const post = await station.eventually('the first post', async () => (await station.posts('facebook'))[0])
    await station.writes('lezer1', 'De mijne is van Nescio.', {
      network: 'facebook',
      kind: 'comment',
      inReplyTo: post.id,
    })
    const first = await station.threadWith('van Nescio')
    await station.writes('lezer2', 'De mijne van Couperus.', {
      network: 'facebook',
      kind: 'comment',
      inReplyTo: post.id,
    })
    const second = await station.threadWith('van Couperus')
    expect(second.conversation).not.toBe(first.conversation)
    expect(JSON.stringify(second)).toContain(`#${first.conversation}`)
  })
})

describe('a night', () => {
  it('answers once by itself, and the reader goes on waiting for a person', async () => {
    const station = await OnAir.at(monday(2))
    const first = await station.writes('lezer1', 'Zijn jullie nog wakker?')
    const thread = await station.threadWith('nog wakker')
    expect(thread.channel).toBe('nachtkanaal')
    const auto = await station.eventually('the automatic answer', async () => (await station.posts())[0])
    expect(auto.inReplyTo).toBe(first)
    await station.writes('lezer1', 'Nog één vraag.', { inReplyTo: first })
    await station.writes('lezer1', 'En een heel andere vraag.')
    await station.threadWith('heel andere vraag')
    const shown = await station.thread(thread.id, (it) =>
      it.messages.some(({ text }) => text.includes('telt niet als antwoord')),
    )
    await station.settled()
    expect(shown.state).toBe('waiting')
    expect(await station.posts()).toHaveLength(1)
  })

  it('answers nobody by itself where the network does not allow it', async () => {
    const station = await OnAir.at(monday(2))
    await station.writes('lezer1', 'Wie zingt hier?', { network: 'youtube', kind: 'comment' })
    await station.threadWith('Wie zingt hier')
    await station.settled()
    expect(await station.posts('youtube')).toEqual([])
  })
})
