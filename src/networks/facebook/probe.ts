import type { Logger } from 'pino'
import type { Probe } from '../network.ts'
import { inspect, pageOf } from './access.ts'
import type { Graph } from './graph.ts'
import { refusalOf } from './problem.ts'
import type { FacebookSettings } from './settings.ts'
import { subscribe } from './subscription.ts'

/** How our access is, and whether the page pushes its news where it should. */
export async function probe(
  graph: Graph,
  settings: FacebookSettings,
  log: Logger,
  signal: AbortSignal,
): Promise<Probe> {
  const found = await accessOf(graph, settings, signal)
  if (found.status !== 'ok' || settings.verifyToken === null) return found
  return (await subscribe(graph, settings, log, signal)) ?? found
}

/** First whom it speaks for, then until when and for what. Two calls. */
async function accessOf(graph: Graph, settings: FacebookSettings, signal: AbortSignal): Promise<Probe> {
  const me = await pageOf(graph, 'me', signal)
  if ('why' in me) return { status: 'unknown', why: me.why }
  if ('problem' in me) {
    const refusal = refusalOf(me.problem)
    return refusal === 'auth'
      ? { status: 'dead', why: 'auth', detail: me.problem.about === 'proof' ? 'appsecret_proof' : null }
      : { status: 'unknown', why: refusal }
  }
  if (me.page.id !== settings.pageId) return { status: 'dead', why: 'account', detail: me.page.name }
  const inspected = await inspect(graph, settings, signal)
  if (inspected.kind !== 'standing') return { status: 'ok', expires: null }
  const { missing, expires } = inspected.standing
  return missing.length > 0
    ? { status: 'dead', why: 'permission', detail: missing.join(', ') }
    : { status: 'ok', expires }
}
