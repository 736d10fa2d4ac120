import { type Clock, MINUTE } from '../../model/clock.ts'
import type { Outside } from './outside.ts'
import { pausesOf, type Speed } from './pace.ts'
import type { Row } from './rows.ts'
import type { Turn } from './turn.ts'
import { isText, type Look, reasonOf } from './view.ts'
import type { Watch } from './watch.ts'

/** How long a message may take to its thread, and an answer to the public: its hold and everybody else's before it. */
const PATIENCE = { in: 5 * MINUTE, out: 10 * MINUTE }

/** What was done with a row. `external` is the network's id of the message, or of the answer that became public. */
export interface Played {
  row: Row
  external: string | null
  refused: string | null
  /** What went wrong on the way, where the row could not be played at all. */
  failed: string | null
}

export interface Stage {
  outside: Outside
  watch: Watch
  clock: Clock
  speed: Speed
  as: string
  /** Lets a curator type one answer after the other: nobody types five hundred at once. */
  turn: Turn
  tick(): void
}

/** Plays one conversation, row after row; each waits until the one before it has arrived. Never throws. */
export async function play(rows: readonly Row[], stage: Stage): Promise<Played[]> {
  const done = new Map<string, Played>()
  const pauses = pausesOf(rows, stage.speed)
  for (const [index, row] of rows.entries()) {
    await stage.clock.wait(pauses[index] ?? 0)
    const played = await (row.direction === 'in' ? write(row, done, stage) : answer(row, done, stage)).catch(
      (error: Error): Played => ({ row, external: null, refused: null, failed: error.message }),
    )
    done.set(row.id, played)
    stage.tick()
  }
  return [...done.values()]
}

async function write(row: Row, done: ReadonlyMap<string, Played>, { outside, watch }: Stage): Promise<Played> {
  const external = await outside.write(row.author, row.text, publicAbove(row.parent, done))
  await watch.until((look) => look.standing.get(external)?.[0] ?? null, PATIENCE.in)
  return { row, external, refused: null, failed: null }
}

/** What a message of the public hangs under: an answer of ours that was refused is not there to be answered. */
function publicAbove(parent: string | null, done: ReadonlyMap<string, Played>): string | null {
  const above = parent === null ? undefined : done.get(parent)
  return above ? (above.external ?? publicAbove(above.row.parent, done)) : null
}

async function answer(
  row: Row,
  done: ReadonlyMap<string, Played>,
  { outside, watch, as, turn }: Stage,
): Promise<Played> {
  const answered = publicAbove(row.parent, done)
  if (answered === null) throw new Error('nothing public to answer')
  const place = await watch.until(
    (look) => look.standing.get(answered)?.find(({ number }) => number) ?? null,
    PATIENCE.in,
  )
  if (place === null) throw new Error('the message that it answers stands in no thread')
  const said = await turn(() => outside.type(as, place.channel, `/reply ${place.number} ${row.text}`))
  const refused = said.map(reasonOf).find((reason) => reason !== null) ?? null
  if (refused !== null) return { row, external: null, refused, failed: null }
  const draft = said.map((one) => one.draft ?? one.about?.draft).find((id) => typeof id === 'number') ?? null
  const end = await watch.until((look) => outcome(look, answered, row.text, draft), PATIENCE.out)
  return { row, external: end?.external ?? null, refused: end?.refused ?? null, failed: null }
}

function outcome(look: Look, answered: string, text: string, draft: number | null) {
  const post = look.posts.find((one) => one.inReplyTo === answered && isText(one.text, text))
  if (post) return { external: post.id, refused: null }
  const refused = draft === null ? undefined : look.stopped.get(draft)
  return refused === undefined ? null : { external: null, refused }
}
