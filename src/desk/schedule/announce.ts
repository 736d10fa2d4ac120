import type { Button, Content } from '../../model/chat.ts'
import { localAt, timeOf } from '../../model/local-time.ts'
import { NETWORK_LABEL } from '../../model/network.ts'
import { enqueue, PRIORITY } from '../../store/outbox.ts'
import { type Post, postById, type Variant, variantsOf } from '../../store/posts.ts'
import { unsettled } from '../../store/unsettled.ts'
import { approvalWords } from '../../wording/approval.ts'
import { scheduleLabels } from '../../wording/schedule.ts'
import type { Act } from '../act.ts'
import { rateKeyOf, reviseKeyOf } from '../queue-chat.ts'
import { waitsForApproval } from './costs-approval.ts'
import { mayBeTakenBack } from './may-be-taken-back.ts'
import { partsStanding } from './parts-out.ts'
import { factOf, type Standing } from './variant-fact.ts'

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
  const variants = await standingVariants(act, id)
  const programme = act.station.programmes.find((it) => it.id === post.programme)
  const buttons = variants.flatMap((variant) => buttonsFor(act, variant))
  return {
    kind: 'post',
    text: say.announcement(id, programme?.name ?? post.programme, timeOf(localAt(post.due_at, post.zone))),
    state: stateOf(act, variants),
    facts: await Promise.all(variants.map((variant) => factOf(act, variant))),
    ...(buttons.length > 0 ? { buttons } : {}),
    banner: bannerOf(act, variants),
    about: { post: id },
  }
}

const standingVariants = async (act: Act, post: number): Promise<Standing[]> => {
  const variants: Standing[] = []
  for (const variant of await variantsOf(act.tx, [post]))
    variants.push({ ...variant, standing: (await partsStanding(act.tx, variant.id)).length })
  return variants
}

function stateOf(act: Act, variants: readonly Variant[]): NonNullable<Content['state']> {
  const say = scheduleLabels(act.station.language)
  const every = (...states: Variant['state'][]) => variants.every((it) => states.includes(it.state))
  if (every('retracted', 'cancelled')) return { label: say.retracted, tone: 'quiet' }
  if (every('sent', 'retracted', 'cancelled')) return { label: say.out, tone: 'done' }
  if (every('sent', 'retracted', 'cancelled', 'queued')) return { label: say.leaving, tone: 'busy' }
  return { label: say.troubled, tone: 'bad' }
}

function buttonsFor(act: Act, variant: Standing): Button[] {
  const say = scheduleLabels(act.station.language)
  const network = NETWORK_LABEL[variant.network]
  const value = String(variant.id)
  const retract: Button[] =
    act.networks.get(variant.network)?.limits.retract && mayBeTakenBack(variant, variant.standing > 0)
      ? [{ action: 'retract-post', value, label: say.retract(network), style: 'danger', overflow: true }]
      : []
  switch (variant.state) {
    case 'person':
      if (waitsForApproval(variant)) {
        const ask = approvalWords(act.station.language)
        return [
          { action: 'post-again', value, label: ask.publish(network) },
          { action: 'post-drop', value, label: ask.drop(network) },
        ]
      }
      return [
        { action: 'post-is-out', value, label: say.isOut(network) },
        { action: 'post-again', value, label: say.notOut(network) },
        { action: 'post-drop', value, label: say.leave(network) },
      ]
    case 'expired':
      return [{ action: 'post-again', value, label: say.again(network) }, ...retract]
    default:
      return retract
  }
}

const bannerOf = (act: Act, variants: readonly Variant[]): string =>
  variants
    .map((it) => `${act.networks.get(it.network)?.live ? 'LIVE' : 'SANDBOX'} · ${NETWORK_LABEL[it.network]}`)
    .join('  ')
