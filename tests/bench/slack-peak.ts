import { setTimeout as sleep } from 'node:timers/promises'
import { readId } from '../../src/chat/slack/draw/ids.ts'
import { wordsIn } from '../support/slack/look.ts'
import type { Message } from '../support/slack/types.ts'
import { type Figure, plain } from './figure.ts'
import { openLoop } from './readers-load.ts'
import { type InSlack, reach, startInSlack, stopInSlack } from './slack-world.ts'
import { percentile, single } from './spread.ts'

const RATE = 50
const CHANNEL = 'boek-kwijt'
const CURATOR = 'curator-deventer'
const OPENED = 5

/**
 * Fifty messages a second for a minute into one channel, with Slack's rate limits: when each is named there and in how
 * many posts, whether a digest opens into its conversations, how long a reply in the middle of it takes to the public,
 * and how fast the team's own acts are acknowledged meanwhile.
 */
export const slackPeak: Figure = {
  name: 'slack-peak',
  async measure(bench) {
    const { short, tell } = bench
    const seconds = short ? 20 : 60
    const within = seconds + 30
    const world = await startInSlack(bench, 'slack-peak', true, 0)
    try {
      const { fake } = world.slack
      const over = new AbortController()
      const team = atWork(world, over.signal)
      const began = performance.now()
      const before = fake.requests.length
      tell(`${RATE} messages a second for ${seconds} s into one channel`)
      const writing = openLoop(world.urls.sandbox, RATE, seconds)
      await sleep((seconds / 2) * 1_000)
      const reply = await replyTo(world)
      const written = await writing
      let named = 0
      let all = Number.NaN
      while (performance.now() - began < within * 1_000) {
        named = namedIn(fake.messages(CHANNEL))
        if (named >= written.size) {
          all = (performance.now() - began) / 1_000
          break
        }
        await sleep(50)
      }
      const here = fake.channelNamed(CHANNEL)?.id
      const posts = fake.requests
        .slice(before)
        .filter((it) => it.ok && it.method === 'chat.postMessage' && it.args.channel === here).length
      tell('opening conversations out of digests')
      const opened = await openSome(world)
      over.abort()
      await team
      const acks = fake.ackTimes.map((it) => it.ms)
      const most = short ? within : 90
      return [
        {
          what: `named of ${written.size}`,
          value: single(named),
          unit: 'messages',
          goal: 'all',
          met: named >= written.size,
        },
        { what: 'until each was named', value: single(all), unit: 's', goal: `≤ ${within} s`, met: all <= within },
        { what: 'posts in the channel', value: single(posts), unit: 'posts', goal: `≤ ${most}`, met: posts <= most },
        {
          what: `opened on demand, of ${OPENED}`,
          value: single(opened),
          unit: '',
          goal: 'all',
          met: opened === OPENED,
        },
        {
          what: 'a reply in the middle of it, to the public',
          value: single(reply),
          unit: 'ms',
          goal: '≤ 3000 ms',
          met: reply <= 3_000,
        },
        plain('acknowledgements, p50', single(percentile(acks, 0.5), acks.length), 'ms'),
        {
          what: 'acknowledgements, p99',
          value: single(percentile(acks, 0.99), acks.length),
          unit: 'ms',
          goal: '< 300 ms',
          met: percentile(acks, 0.99) < 300,
        },
      ]
    } finally {
      await stopInSlack(world)
    }
  },
}

/** The numbers of the messages that can be read at the top of the channel, in cards and digests. */
const namedIn = (roots: Message[]): number =>
  new Set(roots.flatMap((it) => [...wordsIn(it.blocks).matchAll(/nummer (\d+)/g)].map(([, number]) => number))).size

/** The team types and asks all the while, ten acts a second, in another channel. */
async function atWork({ slack: { fake } }: InSlack, over: AbortSignal): Promise<void> {
  const acts: Promise<unknown>[] = []
  for (let n = 0; !over.aborted; n++) {
    acts.push(
      n % 2 === 0
        ? fake.types(CURATOR, 'regie', `note: even overleggen, ${n}`)
        : fake.slash(CURATOR, 'regie', '/onair'),
    )
    await sleep(100)
  }
  await Promise.all(acts)
}

/** A curator answers a conversation that is named in the channel; ms until the public can read it. */
async function replyTo(world: InSlack): Promise<number> {
  const { fake } = world.slack
  const digest = fake.messages(CHANNEL).findLast((it) => readId(it.blocks?.[0]?.block_id ?? '')?.kind === 'digest')
  const number = /#(\d+)/.exec(wordsIn(digest?.blocks))?.[1]
  if (!number) throw new Error('no digest stands in the channel in the middle of the peak')
  const started = performance.now()
  await fake.slash(CURATOR, CHANNEL, '/reply', `${number} Dat zoeken we voor je uit.`)
  for (const until = started + 60_000; performance.now() < until; await sleep(20)) {
    const response = await fetch(`${world.urls.sandbox}/sandbox/posts?network=x&since=0`)
    if ((await response.text()).includes('Dat zoeken we voor je uit.')) return performance.now() - started
  }
  return Number.POSITIVE_INFINITY
}

/** Chooses some conversations in digests; answers with how many of them then have a card of their own. */
async function openSome({ slack: { fake } }: InSlack): Promise<number> {
  const digests = fake.messages(CHANNEL).filter((it) => readId(it.blocks?.[0]?.block_id ?? '')?.kind === 'digest')
  let opened = 0
  for (let n = 0; n < OPENED; n++) {
    const digest = digests[Math.floor((n * digests.length) / OPENED)]
    const menu = digest?.blocks?.flatMap((it) => it.elements ?? []).find((it) => it.type === 'static_select')
    const option = menu?.options?.[n]
    const number = /#(\d+)/.exec(option?.text.text ?? '')?.[1]
    if (!digest || !option) continue
    await fake.presses(CURATOR, CHANNEL, digest.ts, option.text.text)
    const isCard = (it: Message) => it.blocks?.[0]?.block_id === `card ${number}`
    await reach(`a card of #${number}`, 60_000, () => fake.messages(CHANNEL).some(isCard)).then(
      () => {
        opened += 1
      },
      () => {},
    )
  }
  return opened
}
