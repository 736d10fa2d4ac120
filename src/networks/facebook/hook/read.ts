import { type Change, type Placed, SourceFailed } from '../../network.ts'
import type { Context } from '../context.ts'
import { Remembered } from '../details.ts'
import { readMessage } from './private.ts'
import { readPublic } from './public.ts'
import { hear } from './tell.ts'
import type { Told } from './told.ts'

/** What reading a delivery works with: what the station knows, and what Graph told before. */
export interface Reader extends Context {
  known: ReadonlyMap<string, Placed>
  owned: Remembered<boolean>
  names: Remembered<string>
  signal: AbortSignal
}

/**
 * Turns a stored delivery into changes, in its order. Graph is asked for what it leaves out: attachments, who wrote it,
 * what stands above it, whose post it is. @throws {SourceFailed} where Graph cannot tell at this moment
 */
export function deliveries(context: Context): (stored: string, signal: AbortSignal) => Promise<Change[]> {
  const owned = new Remembered<boolean>()
  const names = new Remembered<string>()
  return async (stored, signal) => {
    const { told, odd } = hear(context, stored)
    const { log } = context
    if (odd > 0) log.warn({ network: 'facebook', unreadable: odd }, 'some of a webhook delivery could not be read')
    const known = await context.placed([...new Set(told.flatMap(around))])
    const reader: Reader = { ...context, known, owned, names, signal }
    const changes: Change[] = []
    for (const one of told) {
      try {
        const change = one.kind === 'message' ? await readMessage(reader, one) : await readPublic(reader, one)
        if (change) changes.push(change)
      } catch (error) {
        if (error instanceof SourceFailed) throw error
        log.error(
          { network: 'facebook', id: one.id, fault: String(error) },
          'a part of a webhook delivery was left out',
        )
      }
    }
    return changes
  }
}

const around = (one: Told): string[] => (one.kind === 'comment' ? [one.post, ...(one.parent ? [one.parent] : [])] : [])
