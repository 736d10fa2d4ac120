import type { Clock } from '../../../src/model/clock.ts'
import { newId, Stamps } from './ids.ts'
import type { Journal } from './journal.ts'
import type { Channel, Group, Message, Person } from './types.ts'

/** What Slack knows of one workspace, with the app installed in it. */
export class Workspace {
  readonly id = newId('T')
  readonly name = 'Bibliotheken'
  readonly domain = 'bibliotheken'
  readonly appId = newId('A')
  readonly botId = newId('B')
  readonly botUser: string
  readonly people = new Map<string, Person>()
  readonly channels = new Map<string, Channel>()
  readonly groups = new Map<string, Group>()
  readonly stamps: Stamps
  readonly clock: Clock
  readonly #journal: Journal

  constructor(clock: Clock, journal: Journal) {
    this.clock = clock
    this.#journal = journal
    this.stamps = new Stamps(clock)
    const bot = this.addPerson({ name: 'schatkamer', realName: 'Schatkamer', displayName: 'Schatkamer', bot: true })
    this.botUser = bot.id
  }

  addPerson(known: Partial<Person> & { name: string }): Person {
    const person: Person = {
      realName: known.name,
      displayName: '',
      locale: 'nl-NL',
      deleted: false,
      bot: false,
      ...known,
      id: known.id ?? newId('U'),
    }
    this.people.set(person.id, person)
    return person
  }

  addChannel(name: string, kind: Channel['kind'], creator: string, members: Iterable<string>): Channel {
    const channel: Channel = {
      id: newId(kind === 'im' ? 'D' : 'C'),
      name,
      kind,
      members: new Set(members),
      topic: '',
      purpose: '',
      archived: false,
      created: Math.floor(this.clock.now() / 1000),
      creator,
      roots: [],
      threads: new Map(),
      byTs: new Map(),
    }
    this.channels.set(channel.id, channel)
    return channel
  }

  /** The one conversation of the bot with a person. */
  im(user: string): Channel {
    for (const channel of this.channels.values()) if (channel.kind === 'im' && channel.members.has(user)) return channel
    return this.addChannel('', 'im', this.botUser, [user, this.botUser])
  }

  /** By id or name; for the people side, which sees everything. Throws where there is none. */
  channel(wanted: string): Channel {
    const found = this.channels.get(wanted) ?? this.channelByName(wanted)
    if (!found)
      throw new Error(`no channel ${wanted}; there are ${[...this.channels.values()].map((c) => c.name).join(', ')}`)
    return found
  }

  channelByName(name: string): Channel | undefined {
    const wanted = name.replace(/^#/, '')
    for (const channel of this.channels.values()) if (channel.kind !== 'im' && channel.name === wanted) return channel
    return undefined
  }

  /** By id or user name; throws where there is none. */
  person(wanted: string): Person {
    const found = this.people.get(wanted) ?? [...this.people.values()].find((one) => one.name === wanted)
    if (!found) throw new Error(`nobody is called ${wanted} in this workspace`)
    return found
  }

  group(wanted: string): Group {
    const handle = wanted.replace(/^@/, '')
    const found = this.groups.get(wanted) ?? [...this.groups.values()].find((one) => one.handle === handle)
    if (!found) throw new Error(`no user group ${wanted}`)
    return found
  }

  /** Puts a message where it belongs, as a root or in the thread of `thread_ts`, and counts the reply at its root. */
  place(channel: Channel, message: Message): void {
    channel.byTs.set(message.ts, message)
    this.#journal.note('posted', channel, message)
    const root = message.thread_ts && message.thread_ts !== message.ts ? channel.byTs.get(message.thread_ts) : undefined
    if (!root) return void channel.roots.push(message)
    const replies = channel.threads.get(root.ts) ?? []
    channel.threads.set(root.ts, replies)
    replies.push(message)
    if (message.subtype === 'thread_broadcast') channel.roots.push(message)
    root.thread_ts = root.ts
    root.reply_count = replies.length
    root.latest_reply = message.ts
    const author = message.user ?? ''
    if (!root.reply_users?.includes(author)) root.reply_users = [...(root.reply_users ?? []), author].slice(0, 5)
    if (root.user) message.parent_user_id = root.user
  }

  remove(channel: Channel, message: Message): void {
    channel.byTs.delete(message.ts)
    const root = message.thread_ts ? channel.byTs.get(message.thread_ts) : undefined
    const list = root && root !== message ? (channel.threads.get(root.ts) ?? []) : channel.roots
    const at = list.indexOf(message)
    if (at >= 0) list.splice(at, 1)
    if (root && root !== message) root.reply_count = list.length
  }
}
