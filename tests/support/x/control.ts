import type { Controls } from '../slack/control.ts'
import type { FakeX } from './fake.ts'
import { looksOf, switchesOf } from './switches.ts'

type Act = Controls[string]

/** What the public does, by the names of the fake's own methods. */
const ACTS = [
  ...(['writes', 'replies', 'reposts', 'edits', 'deletes', 'protects', 'suspends', 'reinstates'] as const),
  ...(['sendsDirect', 'person', 'post', 'published', 'revoke', 'allow'] as const),
]
/** What is done to the webhook. */
const HOOK_ACTS = ['register', 'crc', 'settled', 'redeliver', 'forge', 'reserialise', 'truncate', 'oversize'] as const

/** The acts, looks and switches that runs may ask for by name. */
export function controlsOf(x: FakeX): Controls {
  const controls: Record<string, Act> = { ...looksOf(x), ...switchesOf(x) }
  for (const name of ACTS) controls[name] = ((...args: never[]) => (x[name] as Act).apply(x, args)) as Act
  for (const name of HOOK_ACTS) {
    controls[`webhook.${name}`] = ((...args: never[]) => (x.webhooks[name] as Act).apply(x.webhooks, args)) as Act
  }
  return controls
}
