import type { Database } from '../database.ts'

/** How far each member has read: a channel by its number, a thread by its root's. */
export type Marks = ReturnType<typeof openMarks>

export function openMarks({ sqlite }: Database) {
  const put = sqlite.prepare(
    `insert into mark (member, place, seq) values (?, ?, ?)
     on conflict (member, place) do update set seq = max(seq, excluded.seq)`,
  )
  const get = sqlite.prepare<[string, string], { seq: number }>('select seq from mark where member = ? and place = ?')
  const enter = sqlite.prepare(
    `insert into mark (member, place, seq) values (?, ?, ?) on conflict (member, place) do update set seq = excluded.seq`,
  )
  const read = (member: string, place: string) => get.get(member, place)?.seq ?? 0
  const mark = (member: string, place: string, seq: number) => {
    if (read(member, place) < seq) put.run(member, place, seq)
  }
  return {
    channel: (member: string, channel: number) => read(member, `c${channel}`),
    markChannel: (member: string, channel: number, seq: number) => mark(member, `c${channel}`, seq),
    /** Remembers how far the channel was read when the member came in. */
    enterChannel: (member: string, channel: number, seq: number) => enter.run(member, `e${channel}`, seq),
    entered: (member: string, channel: number) => read(member, `e${channel}`),
    thread: (member: string, root: number) => read(member, `t${root}`),
    markThread: (member: string, root: number, seq: number) => mark(member, `t${root}`, seq),
  }
}
