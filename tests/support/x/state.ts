import type { Clock } from '../../../src/model/clock.ts'
import { Directs } from './directs.ts'
import { Likes } from './likes.ts'
import { MediaStore } from './media-store.ts'
import { People } from './people.ts'
import { Posts } from './posts.ts'
import { Snowflakes } from './snowflakes.ts'

/** What X holds. */
export class State {
  readonly clock: Clock
  readonly #ids = new Snowflakes()
  readonly people = new People(this.#ids)
  readonly posts = new Posts(this.people, this.#ids)
  readonly directs = new Directs(this.#ids)
  readonly media = new MediaStore(this.#ids)
  readonly likes = new Likes()
  /** Ms after which a new post shows in timelines and search; by its id it is there at once. */
  lag = 0

  constructor(clock: Clock) {
    this.clock = clock
  }
}
