import { MINUTE } from '../../model/clock.ts'
import { LIMITS } from '../limits.ts'
import type { Network, Surroundings } from '../network.ts'
import { like, moderate, retract } from './acts.ts'
import type { Context } from './context.ts'
import { find } from './find.ts'
import { openGraph } from './graph.ts'
import { answerHook } from './hook/answer.ts'
import { deliveries } from './hook/read.ts'
import { probe } from './probe.ts'
import { publish } from './publish.ts'
import { recheckOf } from './recheck.ts'
import type { FacebookSettings } from './settings.ts'
import { sourcesOf } from './sources/index.ts'

/**
 * One page of Facebook and its inbox in Messenger. Facebook asks no money and counts calls an hour, which the pauses of
 * the sources stay far under; nothing is taken from the purse.
 */
export function facebookNetwork(settings: FacebookSettings, surroundings: Surroundings): Network {
  const { account, clock, log, placed, picture, way } = surroundings
  const { pageId, verifyToken, appSecret } = settings
  const graph = openGraph(settings, way)
  const context: Context = { account, pageId, graph, clock, log, placed, picture }
  return {
    name: 'facebook',
    account,
    live: true,
    // A post and a comment are to be read back at once by the page that wrote them; a minute is generous.
    limits: { ...LIMITS.facebook, visibility: MINUTE, authoritative: true, moderation: ['hide', 'show'] },
    publish: (draft, _key, since = clock.now()) => publish(context, draft, since),
    find: (draft, _key, since) => find(context, draft, since),
    retract: (id, kind) => retract(context, id, kind),
    like: (id) => like(context, id),
    moderate: (id, verdict) => moderate(context, id, verdict),
    sources: () => sourcesOf(context, verifyToken !== null),
    ...(verifyToken !== null && {
      hook: { answer: answerHook(verifyToken, appSecret), read: deliveries(context) },
    }),
    probe: (signal) => probe(graph, settings, log, signal),
    recheck: recheckOf(context),
  }
}
