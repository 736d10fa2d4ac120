import type { Database } from '../database.ts'
import type { DeskPremises } from '../premises.ts'

export interface Channel {
  id: number
  name: string
  topic: string
}
export interface Member {
  id: string
  name: string
  language: 'nl' | 'en'
}

/** What stands in for the premises until the station has put its own. */
const NONE: DeskPremises = {
  channels: [],
  people: [],
  language: 'nl',
  zone: 'Europe/Amsterdam',
  networks: [],
  commands: [],
}

/** Who and what there is on the desk: the channels, the members and what the station said about itself. */
export type Rooms = ReturnType<typeof openRooms>

export function openRooms({ sqlite }: Database) {
  const clearChannels = sqlite.prepare('update channel set place = null')
  const clearMembers = sqlite.prepare('update member set place = null')
  const putChannel = sqlite.prepare(
    `insert into channel (name, topic, place) values (:name, :topic, :place)
     on conflict (name) do update set topic = excluded.topic, place = excluded.place`,
  )
  const putMember = sqlite.prepare(
    `insert into member (id, name, roles, language, place) values (:id, :name, :roles, :language, :place)
     on conflict (id) do update set name = excluded.name, roles = excluded.roles, language = excluded.language, place = excluded.place`,
  )
  const putPremises = sqlite.prepare('insert or replace into premises (one, body) values (1, ?)')
  const channels = sqlite.prepare<[], Channel>(
    'select id, name, topic from channel where place is not null order by place',
  )
  const channel = sqlite.prepare<[string], Channel>(
    'select id, name, topic from channel where name = ? and place is not null',
  )
  const named = sqlite.prepare<[number], Channel>('select id, name, topic from channel where id = ?')
  const members = sqlite.prepare<[], Member>(
    'select id, name, language from member where place is not null order by place',
  )
  const member = sqlite.prepare<[string], Member>(
    'select id, name, language from member where id = ? and place is not null',
  )
  const premises = sqlite.prepare<[], { body: string }>('select body from premises')

  return {
    /** Takes what the station wants to exist. What it no longer names is kept, but closed. */
    prepare(wanted: DeskPremises): void {
      clearChannels.run()
      clearMembers.run()
      for (const [place, it] of wanted.channels.entries()) putChannel.run({ name: it.name, topic: it.topic, place })
      for (const [place, { id, name, language, roles }] of wanted.people.entries())
        putMember.run({ id, name, language, roles: JSON.stringify(roles), place })
      putPremises.run(JSON.stringify(wanted))
    },
    premises(): DeskPremises {
      const row = premises.get()
      return row ? (JSON.parse(row.body) as DeskPremises) : NONE
    },
    channels: () => channels.all(),
    channel: (name: string) => channel.get(name) ?? null,
    /** The channel with this number, closed ones included. */
    channelById: (id: number) => named.get(id)!,
    members: () => members.all(),
    member: (id: string) => member.get(id) ?? null,
  }
}
