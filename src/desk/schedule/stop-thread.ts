import { NETWORK_LABEL } from '../../model/network.ts'
import type { Delivery } from '../../store/outbox.ts'
import type { Post, Variant } from '../../store/posts.ts'
import type { Act } from '../act.ts'
import { alarm } from '../thread.ts'
import { partsOut, stopParts } from './parts-out.ts'

/** A part of a thread did not go out: the others stay inside, and the programme's people hear that it stands half. */
export async function stopThread(act: Act, post: Post, variant: Variant, ended: Delivery): Promise<void> {
  await stopParts(act, variant.id, ended)
  const out = await partsOut(act.tx, variant.id)
  if (out.length === 0) return
  await alarm(act, post.channel, `thread:${variant.id}`, {
    notice: 'thread-stopped',
    facts: { post: post.id, network: NETWORK_LABEL[variant.network], out: out.length, parts: variant.parts },
    mentions: act.station.programmes.find((it) => it.id === post.programme)?.hosts ?? [],
  })
}
