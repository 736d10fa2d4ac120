import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Day, type Mode, reads } from './day.ts'

/** Monday 2027-01-11 in Amsterdam. */
const SEVEN = Date.UTC(2027, 0, 11, 6)
const NIGHT = Date.UTC(2027, 0, 11, 22, 2)
const BUTTON = { send: 'Versturen', undo: 'Terugnemen' }

describe.each<Mode>(['socket', 'http'])('a day in Slack, %s mode', (mode) => {
  let day: Day
  let deventer: string
  let delft: string
  let researcher: string

  beforeAll(async () => {
    day = await Day.prepare(mode)
    const { slack } = day
    deventer = await slack.person({ name: 'curator.deventer', realName: 'Curator Deventer' })
    delft = await slack.person({ name: 'curator.delft', realName: 'Curator Delft' })
    researcher = await slack.person({ name: 'researcher', realName: 'Researcher', locale: 'en-GB' })
    await slack.group('schatkamer-curatoren', [deventer, delft])
    await slack.group('schatkamer-onderzoekers', [researcher])
    await day.begins(SEVEN)
  })

  afterEach(({ task }) => {
    if (task.result?.state === 'fail') process.stderr.write(day.written())
  })

  afterAll(async () => {
    await day?.ends()
  })

  test('before seven the channels are there, and the morning programme has its running order', async () => {
    const { slack } = day
    const channel = await slack.until(() => slack.channelNamed('ochtendblad'))
    await slack.until(() => channel.topic.includes('Ochtendblad'))
    const order = await day.root('ochtendblad', '07:00')
    expect(reads(order)).toMatch(/Ochtendblad/)
    for (const who of [deventer, delft, researcher]) await slack.joinsChannel(who, 'ochtendblad')
  })

  test('at seven the first post is out on three networks, and the channel says so with a link', async () => {
    const post = await day.public('makelaar in koffie')
    const card = await day.slack.until(() =>
      day.slack.messages('ochtendblad').find((it) => isA('post', it) && /uitgegaan/.test(reads(it))),
    )
    expect(reads(card)).toContain('makelaar in koffie')
    expect(post.inReplyTo).toBeNull()
    for (const network of ['facebook', 'youtube']) await day.public('Max Havelaar', network)
  })

  test('a reader’s question is one thread; typed in it, asked about in private, taken back once, and sent with a tick', async () => {
    const { slack } = day
    const post = await day.public('makelaar in koffie')
    const said = await day.writes('leesbeest', 'Ik zoek een boek zoals dat!', { inReplyTo: post.id, kind: 'comment' })
    const root = await day.root('ochtendblad', 'Ik zoek een boek zoals dat!')
    await slack.types(deventer, 'ochtendblad', 'Lees dan eens Woutertje Pieterse 📖', { thread: root.ts })
    const asked = await day.told(deventer, /@leesbeest.*X/s)
    expect(reads(asked)).toMatch(/\d+\/280/)
    expect(reads(asked)).toContain('Woutertje Pieterse 📖')
    expect(slack.ephemerals(delft)).toEqual([])
    await slack.pressesEphemeral(deventer, BUTTON.send, asked.ts)
    const held = await day.inThread('ochtendblad', root, 'gaat uit')
    await slack.presses(deventer, 'ochtendblad', held.ts, BUTTON.undo)
    await day.inThread('ochtendblad', root, /teruggenomen/i)
    await slack.slash(deventer, 'ochtendblad', '/reply', `${numberOf(root)} Lees dan eens Woutertje Pieterse 📖`)
    const out = await day.public('Woutertje Pieterse')
    expect(out.inReplyTo).toBe(said)
    const line = await day.inThread('ochtendblad', root, /^✓/m)
    expect(JSON.stringify(line.blocks)).toContain('/audience/messages/')
    expect((await day.posts()).filter((it) => it.text.includes('Woutertje Pieterse'))).toHaveLength(1)
  })

  test('the reader’s thanks come in the same thread, and a tick closes it', async () => {
    const { slack } = day
    const root = await day.root('ochtendblad', 'Ik zoek een boek zoals dat!')
    const ours = await day.public('Woutertje Pieterse')
    await day.writes('leesbeest', 'Dank jullie wel!', { inReplyTo: ours.id, kind: 'comment' })
    await day.inThread('ochtendblad', root, 'Dank jullie wel!')
    expect(slack.channelNamed('ochtendblad')?.roots.filter((it) => reads(it).includes('leesbeest'))).toHaveLength(1)
    await slack.reacts(deventer, 'ochtendblad', root.ts, 'white_check_mark')
    await slack.until(() => /gesloten/i.test(reads(root)))
  })

  test('what is hostile pings nobody and leads nowhere else', async () => {
    const { slack } = day
    const before = slack.pings.length
    const links = slack.links.length
    await day.writes('!channel', '<!channel> <@U1> <https://evil.example|bank.nl> *vet* _cursief_ `code` \u202Egnp.exe')
    const root = await day.root('ochtendblad', 'bank.nl')
    expect(reads(root)).toContain('<!channel> <@U1>')
    expect(slack.pings.slice(before)).toEqual([])
    expect(slack.links.slice(links).filter((it) => it.url.includes('evil'))).toEqual([])
  })

  test('claimed with a reaction it is hers; a colleague who answers is told', async () => {
    const { slack } = day
    const root = await day.root('ochtendblad', 'bank.nl')
    await slack.reacts(deventer, 'ochtendblad', root.ts, 'eyes')
    await slack.until(() => reads(root).includes('Curator Deventer'))
    await slack.slash(delft, 'ochtendblad', '/reply', `${numberOf(root)} Ik neem hem wel`)
    await day.told(delft, 'Curator Deventer')
  })

  test('a form shows the conversation, how it will read and how long it is, and sends', async () => {
    const { slack } = day
    await day.writes('vraagal', 'Wie schreef Titaantjes?')
    const root = await day.root('ochtendblad', 'Wie schreef Titaantjes?')
    await slack.presses(delft, 'ochtendblad', root.ts, 'Antwoorden')
    const modal = await slack.until(() => slack.modal(delft))
    expect(JSON.stringify(modal.blocks)).toContain('Wie schreef Titaantjes?')
    await slack.typesInModal(delft, 'text', 'Dat was Nescio.')
    await slack.until(() => JSON.stringify(slack.modal(delft)?.blocks).includes('15/280'))
    expect(await slack.submits(delft, { text: 'Dat was Nescio.' })).toBeNull()
    await day.public('Dat was Nescio.')
  })

  test('somebody who was taken out of the group a second ago cannot send any more, and is told', async () => {
    const { slack } = day
    await day.writes('laatkomer', 'Tot hoe laat kan dat vandaag?')
    const root = await day.root('ochtendblad', 'Tot hoe laat kan dat')
    await slack.types(delft, 'ochtendblad', 'Zeker, kom erbij!', { thread: root.ts })
    const asked = await day.told(delft, 'kom erbij')
    await slack.leaves(delft, 'schatkamer-curatoren')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const before = slack.ephemerals(delft).length
    await slack.pressesEphemeral(delft, BUTTON.send, asked.ts)
    await slack.until(() => slack.ephemerals(delft).length > before)
    expect((await day.posts()).filter((it) => it.text.includes('kom erbij'))).toEqual([])
    await slack.joins(delft, 'schatkamer-curatoren')
  })

  test('Home shows what is on the air and what waits longest, to a researcher in English', async () => {
    const { slack } = day
    await slack.opensHome(deventer)
    await slack.opensHome(researcher)
    await slack.until(() => JSON.stringify(slack.home(deventer)?.blocks ?? '').includes('Ochtendblad'))
    await slack.until(() => JSON.stringify(slack.home(deventer)?.blocks ?? '').includes('laatkomer'))
    await slack.until(() => /On the air/i.test(JSON.stringify(slack.home(researcher)?.blocks ?? '')))
  })

  test('two hundred comments at once come in digests, each named, one opened on demand, and a reply is not held up', async () => {
    const { slack } = day
    const post = await day.public('makelaar in koffie')
    await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        day.writes(`drukte${n}`, `Mijn eerste zin is nummer ${n}.`, { inReplyTo: post.id, kind: 'comment' }),
      ),
    )
    const channel = slack.workspace.channel('ochtendblad')
    const named = (n: number) => channel.roots.some((it) => new RegExp(`@drukte${n}\\b`).test(reads(it)))
    await slack.until(() => Array.from({ length: 200 }, (_, n) => n).every(named))
    const digest = channel.roots.find((it) => isA('digest', it))
    expect(digest, 'a digest').toBeDefined()
    const menu = digest?.blocks?.flatMap((it) => it.elements ?? []).find((it) => it.type === 'static_select')
    const option = menu?.options?.at(-1)
    const who = /@drukte\d+/.exec(option?.text.text ?? '')?.[0] ?? '@?'
    await slack.presses(deventer, 'ochtendblad', digest?.ts ?? '', option?.text.text ?? '')
    const card = await slack.until(() => channel.roots.find((it) => isA('card', it) && reads(it).includes(`${who} `)))
    await slack.slash(deventer, 'ochtendblad', '/reply', `${numberOf(card)} Prachtig gekozen!`)
    await day.public('Prachtig gekozen!')
    await day.inThread('ochtendblad', card, /^✓/m)
  })

  test('what comes at night waits in the night channel, with a friendly automatic answer; after a restart nothing is there twice', async () => {
    const { slack } = day
    await day.begins(NIGHT)
    await day.writes('nachtuil', 'Kan iemand niet slapen?')
    const root = await day.root('nachtkanaal', 'Kan iemand niet slapen?')
    await day.public('Dit is een automatisch antwoord')
    await day.inThread('nachtkanaal', root, 'automatisch')
    expect(slack.channelNamed('ochtendblad')?.roots.filter((it) => reads(it).includes('Titaantjes'))).toHaveLength(1)
  })

  test('Slack was spoken to as its published description says, and nothing was left unacknowledged', () => {
    const { slack } = day
    expect(slack.violations).toEqual([])
    expect(slack.broken).toEqual([])
    expect(slack.lost).toEqual([])
    expect(slack.errorsSeen).toEqual([])
  })
})

/** What a message of the station's is, as its first block says. */
const isA = (kind: string, { blocks }: { blocks?: { block_id?: string }[] }): boolean =>
  blocks?.[0]?.block_id?.split(' ')[0] === kind

/** The number that stands on a conversation's card. */
const numberOf = (card: { blocks?: { block_id?: string }[] }): string =>
  /^card (\d+)/.exec(card.blocks?.[0]?.block_id ?? '')?.[1] ?? '?'
