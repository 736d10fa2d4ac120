import { Random } from '../../torture/random.ts'
import type { FakeFacebook } from './fake.ts'
import type { ForCall } from './faults.ts'
import type { Permission, TokenState } from './tokens.ts'

/** Everything that a run from outside may do, look at and switch. */
export const controlsOf = (facebook: FakeFacebook) => ({
  comments: facebook.public.comments.bind(facebook.public),
  visits: facebook.public.visits.bind(facebook.public),
  shares: facebook.public.shares.bind(facebook.public),
  mentions: facebook.public.mentions.bind(facebook.public),
  writes: facebook.public.writes.bind(facebook.public),
  edits: facebook.public.edits.bind(facebook.public),
  deletes: facebook.public.deletes.bind(facebook.public),
  hides: facebook.public.hides.bind(facebook.public),
  likes: facebook.public.likes.bind(facebook.public),
  byHand: facebook.byHand,
  about: () => ({ url: facebook.url, ...facebook.settings }),
  posts: () => [...facebook.page.posts.values()],
  under: (id: string, all = true) => facebook.page.under(id, all),
  conversations: () => [...facebook.page.conversations.values()],
  asked: (since = 0) => facebook.journal.asked.filter(({ seq }) => seq > since),
  written: () => facebook.journal.written,
  blindRepeats: () => facebook.journal.blindRepeats,
  doubled: () => facebook.journal.doubled(),
  violations: () => facebook.journal.violations,
  broken: () => facebook.broken.map(String),
  deliveries: () => facebook.webhooks.sent,
  fault: (...faults: ForCall[]) => facebook.faults.add(...faults),
  clearFaults: () => facebook.faults.clear(),
  faultCounts: () => facebook.faults.counts,
  /** Makes what happens by chance the same for the same number. */
  seed: (number: number) => {
    const random = new Random(number)
    facebook.faults.random = () => random.next()
  },
  token: (state: TokenState) => {
    facebook.tokens.page.state = state
  },
  expires: (at: number) => {
    facebook.tokens.page.expires = at
  },
  permission: (name: Permission, has: boolean) => {
    if (has) facebook.tokens.page.permissions.add(name)
    else facebook.tokens.page.permissions.delete(name)
  },
  otherPage: (token: string, id: string, name: string) => {
    facebook.tokens.add(token, { id, name })
  },
  refuse: (code: number, times: number, subcode?: number) => {
    facebook.usage.refusing = { code, times, ...(subcode === undefined ? {} : { subcode }) }
  },
  perHour: (calls: number) => {
    facebook.usage.perHour = calls
  },
  webhooks: (endpoint: string | null, fields?: string[]) => facebook.webhooks.to(endpoint, fields),
  verify: (endpoint: string, token: string) => facebook.webhooks.verify(endpoint, token),
  retries: (pauses: number[]) => {
    facebook.webhooks.retries = pauses
  },
  twice: (on: boolean) => {
    facebook.webhooks.twice = on
  },
  hold: () => facebook.webhooks.hold(),
  release: () => facebook.webhooks.release(),
  settled: () => facebook.webhooks.settled(),
  post: (body: string, signature: string | null) => facebook.webhooks.post(body, signature),
})
