import { Random } from '../../torture/random.ts'
import type { DisconnectReason } from './delivery/sockets.ts'
import type { FakeSlack } from './fake.ts'
import type { ForCall, ForEvent } from './faults.ts'
import type { TokenKind, TokenState } from './tokens.ts'

/** What a run from outside looks at and switches, beside what people do. */
export const lookAndSwitch = (slack: FakeSlack) => ({
  about: () => ({
    url: slack.url,
    botToken: slack.botToken,
    appToken: slack.appToken,
    signingSecret: slack.signingSecret,
    team: slack.workspace.id,
    appId: slack.workspace.appId,
    botUser: slack.workspace.botUser,
    botId: slack.workspace.botId,
  }),
  people: () => [...slack.workspace.people.values()],
  channels: () =>
    [...slack.workspace.channels.values()].map(({ id, name, kind, members, topic, purpose, archived, roots }) => ({
      ...{ id, name, kind, topic, purpose, archived },
      members: [...members],
      messages: roots.length,
    })),
  groups: () => [...slack.workspace.groups.values()].map((group) => ({ ...group, users: [...group.users] })),
  /** What appeared and changed after an entry's number. */
  since: (seq: number, most?: number) => slack.journal.since(seq, most),
  /** The newest calls; all that are kept unless `last` says how many. */
  requests: (last?: number) => (last === undefined ? slack.requests : slack.requests.slice(-last)),
  pings: () => slack.pings,
  links: () => slack.links,
  violations: () => slack.violations,
  errorsSeen: () => slack.errorsSeen,
  ackTimes: () => slack.ackTimes,
  lost: () => slack.lost,
  broken: () => slack.broken.map(String),
  underway: () => slack.events.under.size,
  openSockets: () => slack.sockets.open.size,
  /** Forgets what was seen, for the next part of a run. */
  forget: () => {
    for (const list of [slack.requests, slack.ackTimes, slack.errorsSeen]) list.length = 0
  },
  fault: (...faults: ForCall[]) => slack.faults.add(...faults),
  eventFault: (...faults: ForEvent[]) => slack.faults.addForEvents(...faults),
  /** Makes what happens by chance the same for the same number. */
  seed: (number: number) => {
    const random = new Random(number)
    slack.faults.random = () => random.next()
  },
  clearFaults: () => slack.faults.clear(),
  faultCounts: () => slack.faults.counts,
  limits: (on: boolean) => {
    slack.limits.on = on
  },
  token: (kind: TokenKind, state: TokenState) => {
    slack.tokens.state[kind] = state
  },
  scope: (name: string, has: boolean) => {
    if (has) slack.tokens.scopes.add(name)
    else slack.tokens.scopes.delete(name)
  },
  disconnect: (reason: DisconnectReason, many?: number) => slack.sockets.disconnect(reason, many),
  killSockets: (many?: number) => slack.sockets.kill(many),
  retries: (delays: number[]) => {
    slack.retries = delays
  },
  editWindow: (closed: boolean) => {
    slack.editWindowClosed = closed
  },
  deliverTo: (mode: 'socket' | 'http', requestUrl?: string) => {
    slack.mode = mode
    if (requestUrl !== undefined) slack.requestUrl = requestUrl
  },
})
