import { describe, expect, test } from 'vitest'
import type { Content } from '../../../src/model/chat.ts'
import { wordsIn } from '../../support/slack/look.ts'
import { inside, type Mode, refused, said } from './inside.ts'

const card: Content = {
  kind: 'card',
  text: '#12 · @lezer · X',
  about: { conversation: 12 },
  buttons: [
    { action: 'claim', value: '12', label: 'Oppakken' },
    { action: 'reply', value: '12', label: 'Antwoord', form: { title: 'Antwoord', submit: 'Verstuur', fields: [] } },
    { action: 'close', value: '12', label: 'Sluiten', overflow: true },
  ],
}
const question: Content = {
  kind: 'private',
  text: 'Versturen naar @lezer op X? 12/280',
  about: { draft: 3 },
  buttons: [{ action: 'send', value: '3', label: 'Versturen', style: 'primary' }],
}

describe.each<Mode>(['socket', 'http'])('acts in Slack and what is told of them, %s mode', (mode) => {
  const started = async (options?: Parameters<typeof inside>[1]) => {
    const station = await inside(mode, options)
    const { slack, delft } = station
    const seen = () => slack.ephemerals(delft).map((it) => wordsIn(it.blocks))
    return { ...station, seen, shown: (n: number) => slack.until(() => seen().length >= n && seen()) }
  }

  test('a slash command loses its prefix, names people as the station does, and is answered where it was given', async () => {
    const { slack, station, done, delft, shown } = await started({ prefix: 'sk-' })
    station.does = async () => [...said('Toegewezen'), ...said('Nog iets')]
    const zwolle = await slack.person({ name: 'zwolle' })
    const command = { command: '/sk-assign', description: 'Wijs toe', should_escape: true }
    slack.manifest = { ...slack.manifest, features: { ...slack.manifest.features, slash_commands: [command] } }
    await slack.slash('delft', 'ochtendblad', '/sk-assign', '12 @zwolle <!here> & 🎉')
    expect(await done(1)).toMatchObject([
      { kind: 'command', by: delft, channel: 'ochtendblad', text: `/assign 12 @${zwolle} <!here> & 🎉` },
    ])
    expect(await shown(2)).toEqual(['Toegewezen', 'Nog iets'])
    expect(slack.ephemerals(delft).every((it) => it.thread_ts === undefined)).toBe(true)
    expect(slack.errorsSeen).toEqual([])
  })

  test('a command is answered where the station is not, and where nothing is of its channels', async () => {
    const { slack, station, done, shown } = await started()
    await slack.channel('kantine', { members: ['delft'] })
    station.does = async () => said('Er wacht niemand')
    await slack.slash('delft', 'kantine', '/inbox')
    expect(await done(1)).toMatchObject([{ kind: 'command', channel: '', text: '/inbox' }])
    expect(await shown(1)).toEqual(['Er wacht niemand'])
  })

  test('more answers than Slack takes at one address arrive all the same, in order', async () => {
    const { slack, station, shown } = await started()
    station.does = async () => Array.from({ length: 7 }, (_, n) => said(`antwoord ${n}`)).flat()
    await slack.slash('delft', 'ochtendblad', '/find', 'boek')
    expect(await shown(7)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `antwoord ${n}`))
  })

  test('a button and a line of its menu act on their conversation, in the thread under the card', async () => {
    const { slack, done, card: put, delft } = await started()
    const root = await put(card)
    await slack.presses('delft', 'ochtendblad', root, 'Oppakken')
    await done(1)
    await slack.presses('delft', 'ochtendblad', root, 'Sluiten')
    const place = { kind: 'action', by: delft, channel: 'ochtendblad', thread: root, value: '12', form: {} }
    expect(await done(2)).toMatchObject([
      { ...place, action: 'claim' },
      { ...place, action: 'close' },
    ])
  })

  test('what is told of a press stands in the thread where there is one, else in the channel where it is seen', async () => {
    const { slack, station, card: put, delft, shown } = await started()
    station.does = async () => said('Al van Zwolle')
    const root = await put(card)
    await slack.presses('delft', 'ochtendblad', root, 'Oppakken')
    await shown(1)
    await slack.types('delft', 'ochtendblad', 'Wacht', { thread: root })
    await shown(2)
    await slack.presses('delft', 'ochtendblad', root, 'Oppakken')
    await shown(3)
    expect(slack.ephemerals(delft).map((it) => it.thread_ts ?? null)).toEqual([null, root, root])
  })

  test('a private question goes away once it is answered, and stays where the answer was refused', async () => {
    const { slack, station, done, card: put, delft, seen, shown } = await started()
    const root = await put(card)
    station.does = async (event) =>
      event.kind === 'message' ? [question] : event.kind === 'action' ? refused('Delft mag dat niet') : []
    await slack.types('delft', 'ochtendblad', 'Dank je', { thread: root })
    await shown(1)
    await slack.pressesEphemeral('delft', 'Versturen')
    expect(await done(2)).toMatchObject([
      {},
      { kind: 'action', action: 'send', value: '3', channel: 'ochtendblad', thread: root },
    ])
    await shown(2)
    expect(seen()).toEqual([expect.stringContaining('Versturen naar'), 'Delft mag dat niet'])
    station.does = async () => []
    await slack.pressesEphemeral('delft', 'Versturen')
    await slack.until(() => seen().length === 1)
    expect(slack.ephemerals(delft).map((it) => wordsIn(it.blocks))).toEqual(['Delft mag dat niet'])
  })

  test('a list that one looked up stays when something in it is pressed', async () => {
    const { slack, station, done, delft, shown, seen } = await started()
    station.does = async (event) => (event.kind === 'command' ? [{ ...card, kind: 'private' }] : said('Opgepakt'))
    await slack.slash('delft', 'ochtendblad', '/inbox')
    await shown(1)
    await slack.pressesEphemeral('delft', 'Oppakken')
    expect(await done(2)).toMatchObject([{}, { action: 'claim', by: delft, thread: null }])
    await shown(2)
    expect(seen()).toEqual([expect.stringContaining('#12'), 'Opgepakt'])
  })

  test('an acknowledgement waits for no act', async () => {
    const { slack, station, handled, stored } = await started()
    let go = () => {}
    const wait = new Promise<void>((resolve) => {
      go = resolve
    })
    station.does = async () => {
      await wait
      return []
    }
    await slack.types('delft', 'ochtendblad', 'een')
    await slack.slash('delft', 'ochtendblad', '/inbox')
    await slack.settled()
    expect([stored.length, handled.length, slack.errorsSeen]).toEqual([2, 0, []])
    go()
    await slack.until(() => handled.length === 2)
  })

  test('who is not in the channel is told in the conversation with the station', async () => {
    const { slack, station, card: put, delft, done } = await started()
    const root = await put(card)
    let leave = async () => {}
    station.does = async () => {
      await leave()
      return said('Opgepakt')
    }
    leave = () => slack.leavesChannel('delft', 'ochtendblad')
    await slack.presses('delft', 'ochtendblad', root, 'Oppakken')
    await done(1)
    await slack.until(() => slack.dms('delft').length > 0)
    expect(slack.dms('delft').map((it) => wordsIn(it.blocks))).toEqual(['Opgepakt'])
    const posts = slack.requests.filter((it) => it.method === 'chat.postMessage').map((it) => it.args)
    expect(posts.at(-1)).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' })
    expect(slack.ephemerals(delft)).toEqual([])
  })

  test('an answer that Slack does not take now comes when it does, and holds no act up', async () => {
    const { slack, station, handled, done, shown, clock } = await started()
    station.does = async (event) => said(event.kind === 'message' ? event.text : '')
    slack.faults.add({ kind: 'limited', retryAfter: 7, times: 1, method: 'chat.postEphemeral' })
    await slack.types('delft', 'ochtendblad', 'een')
    await done(1)
    await clock.waitedFor(7_000)
    await slack.types('delft', 'ochtendblad', 'twee')
    await done(2)
    expect(handled).toHaveLength(2)
    clock.advance(7_000)
    expect(await shown(2)).toEqual(['een', 'twee'])
  })

  test('a fault of ours is told to whom it befell, and the next act goes on', async () => {
    const { slack, station, shown, logged } = await started()
    station.does = async () => {
      station.does = async () => said('Goed')
      throw new Error('broken')
    }
    await slack.types('delft', 'ochtendblad', 'een')
    await shown(1)
    await slack.types('delft', 'ochtendblad', 'twee')
    expect(await shown(2)).toEqual([expect.stringMatching(/ging mis/), 'Goed'])
    expect(logged.join()).toContain('broken')
  })

  test('a button with a form shows it, what is typed is followed, and it is sent with what stands in it', async () => {
    const { slack, asked, done, stored, card: put, delft } = await started()
    const root = await put(card)
    await slack.presses('delft', 'ochtendblad', root, 'Antwoord')
    await slack.until(() => slack.modal('delft'))
    expect(stored).toEqual([])
    await slack.typesInModal('delft', 'Tekst', 'Dank')
    await slack.until(() => asked.length === 2)
    const place = { by: delft, channel: 'ochtendblad', thread: root, action: 'reply', value: '12' }
    expect(asked).toMatchObject([
      { ...place, typed: {} },
      { ...place, typed: { text: 'Dank' } },
    ])
    expect(await slack.submits('delft', { Tekst: 'Dank je wel' })).toBeNull()
    expect(slack.modal('delft')).toBeUndefined()
    expect(await done(1)).toMatchObject([{ kind: 'action', ...place, form: { text: 'Dank je wel' } }])
    expect(slack.errorsSeen).toEqual([])
  })

  test('the shortcut behind a message asks for the form of its conversation', async () => {
    const { slack, asked, card: put, delft } = await started()
    const root = await put(card)
    await slack.shortcut('delft', 'ochtendblad', root, 'reply')
    await slack.until(() => slack.modal('delft'))
    const other = await slack.types('delft', 'ochtendblad', 'Kijk eens', { thread: root })
    await slack.shortcut('delft', 'ochtendblad', other, 'reply')
    await slack.until(() => asked.length === 2)
    const common = { by: delft, channel: 'ochtendblad', thread: root, action: 'reply', typed: {} }
    expect(asked).toEqual([
      { ...common, value: '12' },
      { ...common, value: '' },
    ])
  })

  test('why there is no form is told in private', async () => {
    const { slack, station, card: put, shown } = await started()
    station.form = async () => ({ told: refused('Alleen wie antwoordt, mag dit') })
    const root = await put(card)
    await slack.presses('delft', 'ochtendblad', root, 'Antwoord')
    expect(await shown(1)).toEqual(['Alleen wie antwoordt, mag dit'])
    expect(slack.modal('delft')).toBeUndefined()
  })

  test('a refused form says why beside its field, and what was typed stays', async () => {
    const { slack, station, done, card: put, delft, seen } = await started()
    const root = await put(card)
    station.does = async () => refused('Dit is 12 tekens te lang')
    await slack.presses('delft', 'ochtendblad', root, 'Antwoord')
    await slack.until(() => slack.modal('delft'))
    expect(Object.values((await slack.submits('delft', { Tekst: 'Veel te lang' })) ?? {})).toEqual([
      'Dit is 12 tekens te lang',
    ])
    expect(slack.modal('delft')).toBeDefined()
    await done(1)
    expect(seen()).toEqual([])
    station.does = async () => said('Gaat over 10 s uit')
    expect(await slack.submits('delft', { Tekst: 'Kort' })).toBeNull()
    await slack.until(() => seen().length === 1)
    expect(slack.ephemerals(delft)[0]?.thread_ts).toBe(root)
    expect(await done(2)).toMatchObject([{ form: { text: 'Veel te lang' } }, { form: { text: 'Kort' } }])
  })

  test('a form that takes too long closes in time; a refusal then brings back what was typed', async () => {
    const { slack, station, card: put, clock, shown } = await started()
    const root = await put(card)
    let finish = () => {}
    station.does = () =>
      new Promise((resolve) => {
        finish = () => resolve(refused('Het gesprek is gesloten'))
      })
    await slack.presses('delft', 'ochtendblad', root, 'Antwoord')
    await slack.until(() => slack.modal('delft'))
    const sent = slack.submits('delft', { Tekst: 'Lang over nagedacht' })
    await clock.waitedFor(2_000)
    clock.advance(2_000)
    expect(await sent).toBeNull()
    finish()
    expect(await shown(2)).toEqual(['Het gesprek is gesloten', expect.stringContaining('Lang over nagedacht')])
  })

  test('a form that cannot be stored is not taken, and stays', async () => {
    const { slack, station, card: put, handled } = await started()
    const root = await put(card)
    await slack.presses('delft', 'ochtendblad', root, 'Antwoord')
    await slack.until(() => slack.modal('delft'))
    station.storing = async () => {
      throw new Error('disk full')
    }
    const sent = slack.submits('delft', { Tekst: 'Dank' })
    if (mode === 'socket') {
      await slack.clock.waitedFor(3_000)
      slack.clock.advance(3_000)
    }
    await sent
    expect(slack.errorsSeen).toHaveLength(1)
    expect(slack.modal('delft')).toBeDefined()
    expect(handled).toEqual([])
  })

  test('the page of one’s own is there when it is opened, new after each act, and its buttons work', async () => {
    const { slack, station, done, delft } = await started()
    let drafts = 1
    station.home = async () => [{ ...question, text: `Nog ${drafts} concept` }]
    station.does = async () => {
      drafts = 0
      return said('Verstuurd')
    }
    const page = () => wordsIn(slack.home('delft')?.blocks ?? [])
    await slack.opensHome('delft')
    await slack.until(() => page().includes('Nog 1 concept'))
    await slack.pressesInHome('delft', 'Versturen')
    expect(await done(1)).toMatchObject([
      { kind: 'action', action: 'send', value: '3', by: delft, channel: '', thread: null },
    ])
    await slack.until(() => page().includes('Nog 0 concept') && slack.dms('delft').length > 0)
    expect(slack.dms('delft').map((it) => wordsIn(it.blocks))).toEqual(['Verstuurd'])
  })

  test('a page that was open before a restart follows what is pressed on it', async () => {
    const { slack, station, api, draw, delft } = await started()
    await api.call('views.publish', { user_id: delft, view: { type: 'home', blocks: draw(question).blocks } })
    station.home = async () => said('Nog 0 concepten')
    await slack.pressesInHome('delft', 'Versturen')
    await slack.until(() => wordsIn(slack.home('delft')?.blocks ?? []).includes('Nog 0 concepten'))
  })

  test('who joins or leaves a group is looked up anew', async () => {
    const { slack, people, delft } = await started()
    expect((await people.member(delft, false))?.roles).toEqual(['curator'])
    await slack.leaves('delft', 'redactie')
    await slack.settled()
    expect(await people.member(delft, false)).toBeNull()
  })

  test('a status that changes tells nothing of groups: those are not read again; a new name is', async () => {
    const { slack, people, delft } = await started()
    await people.member(delft, false)
    const reads = () => slack.requests.filter((it) => it.method === 'usergroups.list').length
    const before = reads()
    await slack.changes('delft', { displayName: 'Delft, aan de balie' })
    await slack.settled()
    expect(await people.member(delft, false)).toMatchObject({ name: 'Delft, aan de balie', roles: ['curator'] })
    expect(reads()).toBe(before)
    await slack.changes('delft', { deleted: true })
    await slack.settled()
    expect(await people.member(delft, true)).toBeNull()
  })

  test('acts of one thread are done in order, another thread waits for none of them', async () => {
    const { slack, station, handled, card: put } = await started()
    const [one, two] = [await put(card), await put(card)]
    let go = () => {}
    station.does = (event) =>
      event.kind === 'message' && event.text === 'eerste'
        ? new Promise((resolve) => {
            go = () => resolve([])
          })
        : Promise.resolve([])
    await slack.types('delft', 'ochtendblad', 'eerste', { thread: one })
    await slack.settled()
    await slack.types('delft', 'ochtendblad', 'tweede', { thread: one })
    await slack.types('delft', 'ochtendblad', 'elders', { thread: two })
    await slack.until(() => handled.length === 1)
    await slack.settled()
    const texts = () => handled.map((it) => 'text' in it && it.text)
    expect(texts()).toEqual(['elders'])
    go()
    await slack.until(() => handled.length === 3)
    expect(texts()).toEqual(['elders', 'eerste', 'tweede'])
  })
})
