import { MINUTE, SECOND } from '../../model/clock.ts'
import type { Chat, Premises } from '../chat.ts'
import { createApi } from './api.ts'
import { createIncoming } from './incoming.ts'
import { createOutgoing } from './outgoing.ts'
import type { SlackOptions } from './parts.ts'
import { createPeople } from './people/people.ts'
import { Troubles } from './trouble.ts'

/**
 * Slack takes a message a second in a channel, and fifty revisions a minute of an app's (chat.update is tier 3:
 * docs.slack.dev/apis/web-api/rate-limits).
 */
const PACE = { post: SECOND, revise: MINUTE / 50 } as const

/** Slack as a chat platform. What it cannot have at `prepare`, it gets as soon as Slack gives it. */
export function slackChat(options: SlackOptions): Chat {
  let premises: Premises | null = null
  const wanted = () => premises
  const troubles = new Troubles()
  const api = createApi(options, troubles.tell)
  const people = createPeople({ options, api, premises: wanted, trouble: troubles.tell })
  const { prepare, directory, draw, ...outgoing } = createOutgoing({
    options,
    api,
    mention: people.mention,
    premises: wanted,
    tell: troubles.tell,
  })
  const incoming = createIncoming({
    options,
    api,
    directory,
    people,
    draw,
    prepare,
    premises: wanted,
    trouble: troubles.tell,
  })
  return {
    platform: 'slack',
    get reachable() {
      return api.reachable
    },
    pace: PACE,
    async prepare(it) {
      premises = it
      await Promise.all([prepare.prepare(it), people.warm()])
    },
    ...outgoing,
    member: people.member,
    ...(incoming.webhook && { webhook: incoming.webhook }),
    async listen(handlers, signal) {
      troubles.listen(handlers)
      await Promise.all([prepare.keep(signal), incoming.listen(handlers, signal)])
    },
  }
}
