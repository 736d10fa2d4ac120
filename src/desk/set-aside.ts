import type { Change } from '../model/change.ts'
import { NETWORK_LABEL, type NetworkName } from '../model/network.ts'
import type { Act } from './act.ts'
import type { Page } from './receive.ts'
import { alarm } from './thread.ts'

/**
 * Keeps a change that could not be taken in, whole, and calls a person to it: one that runs into a fault of ours must
 * neither be lost nor keep out everything behind it.
 */
export async function setAside(act: Act, page: Page, change: Change, why: string): Promise<void> {
  const first = await act.tx
    .insertInto('set_aside')
    .values({
      network: page.network,
      account: page.account,
      external_id: change.id,
      change: JSON.stringify(change),
      reason: why,
      at: act.now,
    })
    .onConflict((it) => it.doNothing())
    .returning('at')
    .executeTakeFirst()
  if (first)
    await alarm(act, act.station.channels.alarms, `set-aside:${page.network}`, {
      notice: 'set-aside',
      facts: { network: NETWORK_LABEL[page.network], id: change.id },
    })
}

/** Its author changed or deleted it since: what was kept of it is an old text, and may be one that must be gone. */
export const forgetAside = (act: Act, network: NetworkName, change: Change) =>
  act.tx
    .deleteFrom('set_aside')
    .where('network', '=', network)
    .where('account', '=', change.account)
    .where('external_id', '=', change.id)
    .execute()
