import { restoredAt } from '../store/restored.ts'
import { set, setting } from '../store/settings.ts'
import { momentText } from '../wording/moments.ts'
import type { Act } from './act.ts'
import { alarm } from './thread.ts'

/** After a backup was put back: says so once, and what the station therefore no longer knows. */
export async function tellRestored(act: Act): Promise<void> {
  const at = await restoredAt(act.tx)
  if (at === 0 || (await setting(act.tx, 'restored-told')) === String(at)) return
  await set(act, 'restored-told', String(at), null)
  const last = await act.tx
    .selectFrom('history')
    .select('at')
    .where('at', '<=', at)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { channels, language, zone } = act.station
  await alarm(act, channels.alarms, `restored:${at}`, {
    notice: 'restored',
    facts: { until: momentText(language, zone, last?.at ?? at) },
  })
}
