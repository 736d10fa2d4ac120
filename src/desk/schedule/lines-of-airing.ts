import type { Airing } from '../../model/grid.ts'
import { localAt, timeOf } from '../../model/local-time.ts'
import { NETWORK_LABEL, NETWORKS } from '../../model/network.ts'
import { textsOf } from '../../store/entries.ts'
import type { Act } from '../act.ts'
import { excerpt } from '../excerpt.ts'

/** An airing has two posts as a rule; more than so many are not listed. */
const LISTED = 20

/** The posts that are to go out in an airing: when and on which networks, and how each begins. */
export async function linesOfAiring(
  act: Act,
  { programme, from, to }: Airing,
): Promise<{ label: string; value: string }[]> {
  const posts = await act.tx
    .selectFrom('post as p')
    .innerJoin('entry as e', 'e.id', 'p.entry')
    .select(['p.due_at', 'p.zone', 'p.texts', 'e.texts as entryTexts'])
    .where('p.due_at', '>=', from)
    .where('p.due_at', '<', to)
    .where('p.programme', '=', programme.id)
    .where('p.state', 'in', ['planned', 'out'])
    .orderBy('p.due_at')
    .orderBy('p.id')
    .limit(LISTED)
    .execute()
  return posts.map((post) => {
    const texts = textsOf({ texts: post.texts ?? post.entryTexts })
    const networks = NETWORKS.filter((name) => texts[name] !== undefined).map((name) => NETWORK_LABEL[name])
    return {
      label: timeOf(localAt(post.due_at, post.zone)),
      value: [excerpt(Object.values(texts)[0] ?? ''), networks.join(', ')].join(' · '),
    }
  })
}
