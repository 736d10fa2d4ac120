import { describe, expect, test } from 'vitest'
import { inside, type Mode } from './inside.ts'

describe.each<Mode>(['socket', 'http'])('what people do in Slack, %s mode', (mode) => {
  test('what is typed in a thread is a message of that thread, as the public would read it', async () => {
    const { slack, done, card, delft } = await inside(mode)
    const root = await card({ kind: 'card', text: '#12', about: { conversation: 12 } })
    const ts = await slack.types('delft', 'ochtendblad', 'Dank 📖 zie *dit* https://a.nl/x', { thread: root })
    expect(await done(1)).toEqual([
      {
        kind: 'message',
        id: `message ${slack.channelNamed('ochtendblad')?.id} ${ts}`,
        at: Math.round(Number(ts) * 1_000),
        by: delft,
        channel: 'ochtendblad',
        thread: root,
        message: ts,
        text: 'Dank 📖 zie dit https://a.nl/x',
        attachments: [],
      },
    ])
  })

  test('an event that comes three times is stored and done once', async () => {
    const { slack, stored, handled, done } = await inside(mode)
    slack.faults.addForEvents({ kind: 'twice', times: 1 }, { kind: 'again', times: 1 })
    await slack.types('delft', 'ochtendblad', 'Hallo')
    await done(1)
    await slack.settled()
    expect(slack.ackTimes.filter((it) => it.type === 'events_api').length).toBeGreaterThanOrEqual(3)
    expect([stored.length, handled.length]).toEqual([1, 1])
  })

  test('what cannot be stored is not acknowledged, and done when Slack brings it again', async () => {
    const { slack, station, handled, done, card } = await inside(mode, { reactions: { '+1': 'claim' } })
    const root = () => card({ kind: 'card', text: '#12', about: { conversation: 12 } })
    const [first, ...others] = [await root(), await root(), await root()]
    const ids: string[] = []
    station.storing = async ([event]) => {
      ids.push(event?.id ?? '')
      if (ids.length === 1) throw new Error('disk full')
    }
    const isAcked = (id: string | undefined) => slack.ackTimes.some((it) => it.id === id)
    await slack.reacts('delft', 'ochtendblad', first ?? '', '+1')
    await slack.until(() => ids.length > 0)
    if (mode === 'socket') {
      // Over each line something that is acknowledged after it.
      for (const other of others) await slack.reacts('delft', 'ochtendblad', other, '+1')
      await slack.until(() => isAcked(ids[1]) && isAcked(ids[2]))
      expect(isAcked(ids[0])).toBe(false)
      slack.clock.advance(3_000)
    }
    await done(mode === 'socket' ? 3 : 1)
    await slack.settled()
    expect(ids.filter((it) => it === ids[0])).toHaveLength(2)
    expect(handled.filter((it) => it.id === ids[0])).toHaveLength(1)
    expect(slack.ackTimes.filter((it) => it.id === ids[0]).map((it) => it.attempt)).toEqual([1])
    expect(slack.lost).toEqual([])
  })

  test('a line that speaks to the station, to a colleague, or to nobody is told apart', async () => {
    const { slack, done } = await inside(mode)
    await slack.person({ name: 'zwolle' })
    const typed = ['@schatkamer claim', 'Weet jij dit @zwolle?', 'Dank voor je vraag <!channel> <@U1>']
    for (const [n, text] of typed.entries()) {
      await slack.types('delft', 'ochtendblad', text)
      await done(n + 1)
    }
    const zwolle = slack.workspace.person('zwolle').id
    expect((await done(3)).map((it) => 'text' in it && [it.text, 'toColleague' in it && it.toColleague])).toEqual([
      ['@schatkamer claim', false],
      [`Weet jij dit @${zwolle}?`, true],
      ['Dank voor je vraag <!channel> <@U1>', false],
    ])
  })

  test('an edit of words and a deletion are told; a preview, a join and what apps write are not', async () => {
    const { slack, handled, done, card, delft } = await inside(mode)
    const root = await card({ kind: 'card', text: '#12', about: { conversation: 12 } })
    const ts = await slack.types('delft', 'ochtendblad', 'Dank', { thread: root })
    await done(1)
    await slack.edits('delft', ts, 'Dank je wel')
    await slack.edits('delft', ts, 'Dank je wel')
    await done(2)
    await slack.person({ name: 'zwolle', channels: ['ochtendblad'] })
    await slack.deletes('delft', ts)
    const common = { by: delft, channel: 'ochtendblad', thread: root, message: ts }
    await done(3)
    await slack.settled()
    expect(handled.slice(1)).toEqual([
      { ...common, kind: 'edited', text: 'Dank je wel', id: expect.any(String), at: expect.any(Number) },
      { ...common, kind: 'deleted', id: expect.any(String), at: expect.any(Number) },
    ])
  })

  test('a root that is deleted under its replies is deleted too', async () => {
    const { slack, done } = await inside(mode)
    const root = await slack.types('delft', 'ochtendblad', 'Wie kan?')
    await slack.types('delft', 'ochtendblad', 'Ik', { thread: root })
    await done(2)
    await slack.deletes('delft', root)
    const events = await done(3)
    expect(events.at(-1)).toMatchObject({ kind: 'deleted', thread: null, message: root })
  })

  test('an emoji that the station takes for a command is one about its thread, whatever the skin', async () => {
    const { slack, handled, done, card, delft } = await inside(mode, { reactions: { '+1': 'claim' } })
    const root = await card({ kind: 'card', text: '#12', about: { conversation: 12 } })
    await slack.reacts('delft', 'ochtendblad', root, 'tada')
    await slack.reacts('delft', 'ochtendblad', root, 'constructor')
    await slack.reacts('delft', 'ochtendblad', root, '+1::skin-tone-4')
    await done(1)
    await slack.settled()
    expect(handled).toEqual([
      {
        kind: 'command',
        id: expect.any(String),
        at: expect.any(Number),
        by: delft,
        channel: 'ochtendblad',
        text: 'claim',
        thread: root,
      },
    ])
  })

  test('in the conversation with the station plain words are a command; a file comes along, to be refused aloud', async () => {
    const { slack, done } = await inside(mode)
    await slack.types('delft', 'bot', 'inbox')
    await done(1)
    await slack.types('delft', 'bot', 'reply 12 Kijk', { files: [{ name: 'omslag.png' }] })
    const events = await done(2)
    expect(events[0]).toMatchObject({ kind: 'command', channel: '', text: 'inbox' })
    expect(events[1]).toMatchObject({
      kind: 'message',
      channel: '',
      thread: null,
      text: '@schatkamer reply 12 Kijk',
      attachments: [{ kind: 'file', url: expect.stringMatching(/^https:.*omslag\.png$/), alt: 'omslag.png' }],
    })
  })

  test('what colleagues say where the station is a guest is none of its business', async () => {
    const { slack, stored, done } = await inside(mode)
    await slack.channel('kantine', { members: ['delft'], botIn: true })
    await slack.types('delft', 'kantine', 'Wie heeft er koekjes?')
    await slack.types('delft', 'kantine', '@schatkamer help')
    expect(await done(1)).toMatchObject([{ kind: 'message', channel: '', text: '@schatkamer help' }])
    await slack.settled()
    expect(stored).toHaveLength(1)
  })

  test('a channel that somebody renames is still the same one', async () => {
    const { slack, done } = await inside(mode)
    await slack.renames('ochtendblad', 'ochtend')
    await slack.types('delft', 'ochtend', 'Hallo')
    expect(await done(1)).toMatchObject([{ channel: 'ochtendblad' }])
  })
})
