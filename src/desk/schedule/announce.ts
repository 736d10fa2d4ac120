import type { Button, Content } from '../../model/chat.ts'
import { localAt, timeOf } from '../../model/local-time.ts'
import { NETWORK_LABEL } from '../../model/network.ts'
import { enqueue, PRIORITY } from '../../store/outbox.ts'
import { type Post, postById, type Variant, variantsOf } from '../../store/posts.ts'
import { unsettled } from '../../store/unsettled.ts'
import { reasonText } from '../../wording/reasons.ts'
import { scheduleLabels } from '../../wording/schedule.ts'
import type { Act } from '../act.ts'
import { rateKeyOf, reviseKeyOf } from '../queue-chat.ts'
import { RETRACT_WANTED } from './retract-wanted.ts'

/** What the chat shows about posts: one that is out (`post`), or those that are late together (`late`). */
type Shown = 'post' | 'late'

/** Opens a message about a post in its programme's channel, on every chat platform. */
export async function announce(act: Act, post: Pick<Post, 'id' | 'channel'>, about: Shown = 'post'): Promise<void> {
  for (const platform of act.platforms) await queueShown(act, platform, post, about, 'open')
}

/** Shows how it stands now; one revision that still waits is enough, for it is rendered when it leaves. */
export async function reviseAnnouncement(
  act: Act,
  post: Pick<Post, 'id' | 'channel'>,
  about: Shown = 'post',
): Promise<void> {
  for (const platform of act.platforms) {
    const waiting = await act.tx
      .selectFrom('delivery')
      .select('id')
      .where('subject', '=', about)
      .where('subject_id', '=', post.id)
      .where('target', '=', 'chat')
      .where('to', '=', platform)
      .where('state', '=', 'queued')
      .where(unsettled)
      .executeTakeFirst()
    if (!waiting) await queueShown(act, platform, post, about, 'revise')
  }
}

const queueShown = (
  act: Act,
  platform: string,
  post: Pick<Post, 'id' | 'channel'>,
  about: Shown,
  verb: 'open' | 'revise',
) =>
  enqueue(act, {
    target: 'chat',
    to: platform,
    verb,
    orderKey: `chat:${platform}:${about}${post.id}`,
    rateKey: verb === 'revise' ? reviseKeyOf(platform) : rateKeyOf(platform, post.channel),
    priority: about === 'late' ? PRIORITY.alarm : PRIORITY.notice,
    subject: about,
    subjectId: post.id,
    body: { channel: post.channel },
  })

/** A post in its programme's channel: what stands on each network, or why it does not. */
export async function postContent(act: Act, id: number): Promise<Content> {
  const say = scheduleLabels(act.station.language)
  const post = await postById(act.tx, id)
  const variants = await variantsOf(act.tx, [id])
  const programme = act.station.programmes.find((it) => it.id === post.programme)
  const buttons = variants.flatMap((variant) => buttonsFor(act, variant))
  return {
    kind: 'post',
    text: say.announcement(id, programme?.name ?? post.programme, timeOf(localAt(post.due_at, post.zone))),
    state: stateOf(act, variants),
    facts: variants.map((variant) => factOf(act, variant)),
    ...(buttons.length > 0 ? { buttons } : {}),
    banner: bannerOf(act, variants),
    about: { post: id },
  }
}

function stateOf(act: Act, variants: readonly Variant[]): NonNullable<Content['state']> {
  const say = scheduleLabels(act.station.language)
  const every = (...states: Variant['state'][]) => variants.every((it) => states.includes(it.state))
  if (every('retracted', 'cancelled')) return { label: say.retracted, tone: 'quiet' }
  if (every('sent', 'retracted', 'cancelled')) return { label: say.out, tone: 'done' }
  if (every('sent', 'retracted', 'cancelled', 'queued')) return { label: say.leaving, tone: 'busy' }
  return { label: say.troubled, tone: 'bad' }
}

function factOf(act: Act, variant: Variant): NonNullable<Content['facts']>[number] {
  const say = scheduleLabels(act.station.language)
  const reason = reasonText(act.station.language)
  const state = say.variant[variant.state](variant.reason === null ? '' : reason(variant.reason))
  return {
    label: NETWORK_LABEL[variant.network],
    value: `${state} ${variant.text}`,
    ...(variant.url !== null && variant.state === 'sent' ? { url: variant.url } : {}),
  }
}

function buttonsFor(act: Act, variant: Variant): Button[] {
  const say = scheduleLabels(act.station.language)
  const network = NETWORK_LABEL[variant.network]
  const value = String(variant.id)
  switch (variant.state) {
    case 'queued':
    case 'unknown':
    case 'sent':
      return act.networks.get(variant.network)?.limits.retract && variant.reason !== RETRACT_WANTED
        ? [{ action: 'retract-post', value, label: say.retract(network), style: 'danger', overflow: true }]
        : []
    case 'person':
      return [
        { action: 'post-is-out', value, label: say.isOut(network) },
        { action: 'post-again', value, label: say.notOut(network) },
        { action: 'post-drop', value, label: say.leave(network) },
      ]
    case 'expired':
      return [{ action: 'post-again', value, label: say.again(network) }]
    default:
      return []
  }
}

const bannerOf = (act: Act, variants: readonly Variant[]): string =>
  variants
    .map((it) => `${act.networks.get(it.network)?.live ? 'LIVE' : 'SANDBOX'} · ${NETWORK_LABEL[it.network]}`)
    .join('  ')
