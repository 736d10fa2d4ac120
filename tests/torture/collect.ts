import type { Curators } from './curators.ts'
import { everyThread } from './desk-view.ts'
import type { Evidence, Seen, Told, Written } from './evidence.ts'
import { mustGet } from './http.ts'
import { messageMarks } from './marker.ts'
import type { Readers } from './readers.ts'
import type { World } from './world.ts'

/** A post must have had so long to air before it counts as missing. */
const DUE_SINCE = 90_000

/** Asks the sandbox and the desk for all that they keep. */
export async function collect(world: World, readers: Readers, curators: Curators): Promise<Evidence> {
  const written = await mustGet<Written[]>(`${world.urls.sandbox}/sandbox/messages`)
  return {
    written,
    seen: await seenNow(world),
    threads: await everyThread(world.urls.desk),
    asked: curators.requests.map((it) => it.asked),
    planned: world.posts.filter((it) => it.due < Date.now() - DUE_SINCE),
    told: written.flatMap((it) => toldOf(it, readers)),
    flat: world.networks ? ['youtube', 'facebook'] : ['youtube'],
  }
}

export const seenNow = (world: World, since = 0): Promise<Seen[]> =>
  mustGet<Seen[]>(`${world.urls.sandbox}/sandbox/posts?since=${since}`)

function toldOf(item: Written, readers: Readers): Told[] {
  const number = readers.numberOf(item.id, item.text)
  if (number === null) return []
  return [{ number, id: item.id, version: messageMarks(item.text)[0]?.version ?? 0, deleted: item.state === 'deleted' }]
}
