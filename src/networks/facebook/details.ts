import { z } from 'zod'
import type { Context } from './context.ts'
import { part } from './graph.ts'
import { type Refusal, refusalOf } from './problem.ts'
import { failureOf } from './reading.ts'
import { FROM, ID } from './shapes.ts'
import { isOurs, onOurPage } from './written.ts'

/** Refusals after which asking again later can help. */
const PASSING: readonly Refusal[] = ['auth', 'rate-limit', 'temporary']

/** One object of Graph; null where it is gone, is not for us, or is not as documented. @throws {SourceFailed} where it may come later */
export async function detailsOf<T>(
  { graph }: Pick<Context, 'graph'>,
  id: string,
  shape: z.ZodType<T>,
  fields: string,
  signal?: AbortSignal,
): Promise<T | null> {
  const answer = await graph.get(part(id), { fields }, signal)
  if (answer.kind === 'ok') return shape.safeParse(answer.body).data ?? null
  if (answer.kind === 'refused' && !PASSING.includes(refusalOf(answer.problem))) return null
  throw failureOf(answer)
}

const OWNED = z.object({ id: ID, from: FROM })
const MOST = 5_000

/** Something small that was asked of Graph; the oldest goes first when there are too many. */
export class Remembered<T> {
  readonly #known = new Map<string, T>()

  get = (key: string): T | undefined => this.#known.get(key)

  set(key: string, value: T): T {
    this.#known.set(key, value)
    const [oldest] = this.#known.keys()
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest)
    return value
  }
}

/** Whether a post is our page's own; visitors' posts have an id of the same form. @throws {SourceFailed} */
export async function isOurPost(
  context: Context,
  owned: Remembered<boolean>,
  post: string,
  signal: AbortSignal,
): Promise<boolean> {
  const known = owned.get(post)
  if (known !== undefined) return known
  const found = await detailsOf(context, post, OWNED, 'id,from{id}', signal)
  return owned.set(post, found?.from ? isOurs(context, found.from) : onOurPage(context, post))
}
