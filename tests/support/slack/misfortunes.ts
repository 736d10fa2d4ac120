import { z } from 'zod'
import type { FakeSlack } from './fake.ts'

const MISFORTUNE = z.object({
  kind: z.enum([
    'drop-after-accept',
    'drop-before',
    '429',
    '500',
    'slow',
    'garbage',
    'twice',
    'again',
    'ack-lost',
    'recycle',
    'cut',
  ]),
  on: z.enum(['writes', 'reads', 'all']).default('writes'),
  times: z.number().default(1),
  retryAfter: z.number().default(1),
})
const WRITES = ['chat.postMessage', 'chat.update']
const READS = ['conversations.history', 'conversations.replies', 'usergroups.list', 'users.info']

/** Lets one misfortune befall the app's next calls, or the events on their way to it. */
export function befall(slack: FakeSlack, asked: unknown): void {
  const { kind, on, times, retryAfter } = MISFORTUNE.parse(asked)
  const methods = on === 'writes' ? WRITES : on === 'reads' ? READS : [undefined]
  for (const method of methods) {
    const when = { times, ...(method && { method }) }
    switch (kind) {
      case 'drop-after-accept':
      case 'drop-before':
        slack.faults.add({ kind: 'drop', when: kind === 'drop-before' ? 'before' : 'after', ...when })
        break
      case '429':
        slack.faults.add({ kind: 'limited', retryAfter, ...when })
        break
      case '500':
        slack.faults.add({ kind: 'status', status: 500, when: 'after', ...when })
        break
      case 'garbage':
        slack.faults.add({ kind: 'garbage', when: 'after', ...when })
        break
      case 'slow':
        slack.faults.add({ kind: 'slow', ms: 3_000, ...when })
        break
      default:
        break
    }
  }
  if (kind === 'twice' || kind === 'again' || kind === 'ack-lost') slack.faults.addForEvents({ kind, times })
  if (kind === 'recycle') slack.sockets.disconnect('refresh_requested', 1)
  if (kind === 'cut') slack.sockets.kill(1)
}
