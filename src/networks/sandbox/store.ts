import type { Attachment, NetworkName, Sight } from '../../model/network.ts'
import type { Database } from './database.ts'
import { itemUrl, parseId, publicId } from './id.ts'
import { type Item, type NewItem, place } from './item.ts'

export type ChangeKind = 'created' | 'edited' | 'deleted'
export type Logged = Item & { change: number; what: ChangeKind; changed_at: number }

/** The sandbox's rows, each access a prepared statement. Writes of one request run inside `commit`. */
export type Store = ReturnType<typeof openStore>

export function openStore({ sqlite, world }: Database) {
  const get = sqlite.prepare<[number], Item>('select * from item where seq = ?')
  const add = sqlite.prepare(
    `insert into item (network, side, kind, author, person, text, attachments, parent, thread, root, answers, at, visible_at, sight)
     values (:network, :side, :kind, :author, :person, :text, :attachments, :parent, :thread, :root, :answers, :at, :visible_at, :sight)`,
  )
  const edit = sqlite.prepare('update item set text = ?, attachments = ?, revision = revision + 1 where seq = ?')
  const erase = sqlite.prepare(
    "update item set text = '', attachments = '[]', deleted_at = ?, revision = revision + 1 where seq = ?",
  )
  const like = sqlite.prepare('update item set liked_at = coalesce(liked_at, ?) where seq = ?')
  const see = sqlite.prepare('update item set sight = ? where seq = ?')
  const log = sqlite.prepare(
    `insert into change (network, seq, item, kind, at)
     values (:network, 1 + coalesce((select max(seq) from change where network = :network), 0), :item, :kind, :at)`,
  )
  const logged = sqlite.prepare<[string, number, number], Logged>(
    `select change.seq as change, change.kind as what, change.at as changed_at, item.*
     from change join item on item.seq = change.item where change.network = ? and change.seq > ? order by change.seq limit ?`,
  )
  const same = sqlite.prepare<[string, number | null, string, number], Item>(
    `select * from item where side = 'ours' and network = ? and parent is ? and text = ? and at >= ? and deleted_at is null
     order by seq limit 1`,
  )
  const sentSince = sqlite.prepare<[string, number, number], { at: number }>(
    "select at from item where side = 'ours' and network = ? and at > ? order by at desc limit ?",
  )
  const lastPrivate = sqlite.prepare<[string, string], { at: number | null }>(
    `select max(at) as at from item where kind = 'direct' and side = 'public' and network = ? and person = ? and deleted_at is null`,
  )

  const list = sqlite.prepare<[string, string | null, number, number], Item>(
    `select * from item where side = ? and network = coalesce(?, network) and at >= ? and visible_at <= ? order by seq`,
  )

  return {
    world,
    idOf: (network: NetworkName, seq: number | null) => (seq === null ? null : publicId(network, world, seq)),
    urlOf: (item: { network: NetworkName; seq: number }) => itemUrl(publicId(item.network, world, item.seq)),
    commit: <T>(work: () => T): T => sqlite.transaction(work).immediate(),
    /** The item with this public id, deleted ones included; null where there never was one. */
    item(id: string): Item | null {
      const known = parseId(id, world)
      const item = known && get.get(known.seq)
      return item && item.network === known.network ? item : null
    },
    bySeq: (seq: number) => get.get(seq) ?? null,
    add: (item: NewItem, parent: Item | null) => Number(add.run({ ...item, ...place(item, parent) }).lastInsertRowid),
    edit: (item: Item, text: string, attachments: Attachment[]) =>
      edit.run(text, JSON.stringify(attachments), item.seq),
    erase: (item: Item, at: number) => erase.run(at, item.seq),
    like: (item: Item, at: number) => like.run(at, item.seq),
    see: (item: Item, sight: Sight) => see.run(sight, item.seq),
    log: (network: NetworkName, seq: number, kind: ChangeKind, at: number) => log.run({ network, item: seq, kind, at }),
    logged: (network: NetworkName, after: number, limit: number) => logged.all(network, after, limit),
    /** The first of our live texts that is the same under the same parent since then, visible or not. */
    same: (network: NetworkName, parent: number | null, text: string, since: number) =>
      same.get(network, parent, text, since) ?? null,
    /** The moments of our newest texts since then, newest first, at most `limit`. */
    sentSince: (network: NetworkName, since: number, limit: number) =>
      sentSince.all(network, since, limit).map((row) => row.at),
    /** Everything of one side since then that is to be seen by `seenBy`, deleted items included, oldest first. */
    list: (side: Item['side'], network: NetworkName | null, since: number, seenBy: number) =>
      list.all(side, network, since, seenBy),
    lastPrivate: (network: NetworkName, person: string) => lastPrivate.get(network, person)?.at ?? null,
    close: () => sqlite.close(),
  }
}
