import type { Snowflakes } from './snowflakes.ts'
import type { Person } from './types.ts'

/** All accounts, by id and by handle (in which capitals do not count). */
export class People {
  readonly #byId = new Map<string, Person>()
  readonly #byName = new Map<string, Person>()
  readonly #ids: Snowflakes

  constructor(ids: Snowflakes) {
    this.#ids = ids
  }

  add(username: string, at: number, more: Partial<Person> = {}): Person {
    if (!/^[A-Za-z0-9_]{1,15}$/.test(username)) throw new Error(`@${username} is no handle`)
    const person: Person = {
      id: more.id ?? this.#ids.next(at),
      username,
      name: more.name ?? username,
      createdAt: at,
      state: 'active',
      takesDirects: true,
      ...more,
    }
    this.#byId.set(person.id, person)
    this.#byName.set(username.toLowerCase(), person)
    return person
  }

  byId = (id: string): Person | undefined => this.#byId.get(id)
  named = (username: string): Person | undefined => this.#byName.get(username.toLowerCase())

  /** Who is meant by a handle, which need not be there yet. */
  orNew(username: string, at: number): Person {
    return this.named(username) ?? this.add(username, at)
  }

  must(id: string): Person {
    const person = this.#byId.get(id)
    if (!person) throw new Error(`nobody has the id ${id}`)
    return person
  }

  all = (): Person[] => [...this.#byId.values()]
}
