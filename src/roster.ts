import type { Chat } from './chat/chat.ts'
import type { Language, Member, Station } from './model/station.ts'
import type { Store, Tx } from './store/database.ts'
import { keepMember, keptMembers } from './store/members.ts'

/** A platform does not say who somebody is at this moment; what was asked of it is in `cause`. */
export class RolesUnknown extends Error {
  constructor(platform: string, cause: unknown) {
    super(`${platform} does not say who may do what`, { cause })
    this.name = 'RolesUnknown'
  }
}

/**
 * Everybody of the team: the people of station.yaml, and those whom a chat platform knows. Of these it remembers how
 * they are called, through a restart too, so that what they once did keeps their name; what they may do is asked anew.
 */
export class Roster {
  readonly #files: Station
  readonly #people = new Map<string, Member>()
  /** What the store does not know yet. */
  readonly #news = new Set<{ platform: string; member: Member }>()
  #station: Station

  constructor(files: Station) {
    this.#files = files
    this.#station = files
  }

  /** The station with everybody in it; another object whenever somebody comes or changes. */
  get station(): Station {
    return this.#station
  }

  async load(store: Store): Promise<void> {
    for (const { platform, member } of await store.transaction(keptMembers))
      this.#people.set(keyOf(platform, member.id), member)
    this.#gather()
  }

  /**
   * Who somebody on a platform is at this moment, null for nobody of the team; `fresh` where the answer decides what may
   * be done. Throws `RolesUnknown`.
   */
  async ask(chat: Pick<Chat, 'platform' | 'member'> | undefined, id: string, fresh: boolean): Promise<Member | null> {
    if (!chat?.member) return this.#files.members.find((it) => it.id === id) ?? null
    let member: Member | null
    try {
      member = await chat.member(id, fresh)
    } catch (error) {
      throw new RolesUnknown(chat.platform, error)
    }
    this.#learn(chat.platform, id, member)
    return member
  }

  /** Everybody whom a platform has ever named. */
  peopleOf(platform: string): Member[] {
    return [...this.#people].filter(([key]) => key.startsWith(`${platform} `)).map(([, member]) => member)
  }

  /** Somebody as last known; without any roles where the platform gives none any more. */
  remembered(platform: string, id: string): Member | null {
    return this.#people.get(keyOf(platform, id)) ?? this.#files.members.find((it) => it.id === id) ?? null
  }

  /** The language of somebody's private answers. */
  languageOf(platform: string, id: string): Language {
    return this.remembered(platform, id)?.language ?? this.#files.language
  }

  /**
   * Keeps in the store what was learnt since: of whoever acts, and of those who are spoken of. What it answers is to be
   * called once the transaction has held.
   */
  async keep(tx: Tx, now: number): Promise<() => void> {
    const news = [...this.#news]
    for (const { platform, member } of news) await keepMember(tx, platform, member, now)
    return () => {
      for (const it of news) this.#news.delete(it)
    }
  }

  /** Somebody without roles keeps the name under which much was done. */
  #learn(platform: string, id: string, member: Member | null): void {
    const key = keyOf(platform, id)
    const before = this.#people.get(key)
    const now = member ?? (before && { ...before, roles: [] })
    if (!now || (before && JSON.stringify(before) === JSON.stringify(now))) return
    this.#people.set(key, now)
    this.#gather()
    if (!before || asKept(before) !== asKept(now)) this.#news.add({ platform, member: now })
  }

  #gather(): void {
    this.#station = { ...this.#files, members: [...this.#files.members, ...this.#people.values()] }
  }
}

const keyOf = (platform: string, id: string): string => `${platform} ${id}`

const asKept = ({ name, initials, language, library, partner }: Member): string =>
  JSON.stringify([name, initials, language, library, partner])
