import type { Change } from '../network.ts'
import { ancestryOf } from './ancestry.ts'
import type { Identity } from './identity.ts'
import { lookUp, MOST_IDS } from './look-up.ts'
import { index, type Person } from './page.ts'
import type { XParts } from './parts.ts'
import type { Post } from './post.ts'
import { type Failure, readingFailed } from './reply.ts'
import { standingOf } from './standing.ts'
import { writtenOf } from './written.ts'

/** A post as it was found, with what came along. */
export interface Sighting {
  post: Post
  around: ReadonlyMap<string, Post>
  people: ReadonlyMap<string, Person>
}

/** So often in a row a look-up may fail before its posts are taken in without it. */
const PATIENCE = 3

/** Makes changes of posts: what is ours or only passed on is left out, each of the others gets its place. */
export class PublicChanges {
  readonly #parts: XParts
  #failures = 0

  constructor(parts: XParts) {
    this.#parts = parts
  }

  /** @throws {SourceFailed} where what stands above them could not be read for the moment */
  async of(sightings: readonly Sighting[], me: Identity, signal: AbortSignal): Promise<Change[]> {
    const { account, placed } = this.#parts
    const theirs = sightings.filter(({ post }) => !post.repost && post.author !== me.id)
    const posts = theirs.map(({ post }) => post)
    const around = new Map(theirs.flatMap((sighting) => [...sighting.around]))
    const ancestry = await ancestryOf(posts, around, placed, (ids) => this.#parents(ids, signal))
    this.#failures = 0
    const among = new Set(posts.map((post) => post.id))
    return theirs.map(({ post, people }) =>
      writtenOf(account, post, standingOf(post, me, ancestry, among), people.get(post.author)),
    )
  }

  async #parents(ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Post>> {
    const { settings } = this.#parts
    const looked = await lookUp(this.#parts, {
      ids: ids.slice(0, MOST_IDS),
      purpose: 'reading',
      price: settings.prices.read,
      signal,
    })
    if (looked.kind === 'page') return new Map([...looked.page.around, ...index(looked.page.posts)])
    if (isPassing(looked) && ++this.#failures < PATIENCE) throw readingFailed(looked)
    return new Map()
  }
}

/** Without money or permission the place of a message is decided by what is known: a branch never moves afterwards. */
const isPassing = (failure: Failure): boolean => failure.kind !== 'budget' && failure.kind !== 'refused'
