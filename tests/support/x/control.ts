import type { FakeX } from './fake.ts'
import { looksOf, switchesOf } from './switches.ts'
import type { Answer } from './types.ts'

type Act = (...args: never[]) => unknown
export type Controls = Readonly<Record<string, Act>>

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

/** Control calls of runs with child processes: `POST /_control/<name>`, the arguments as a JSON array. */
export async function control(controls: Controls, name: string, body: string): Promise<Answer> {
  const told = (status: number, value: unknown): Answer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value ?? null),
  })
  const does = controls[name]
  if (!does) return told(404, { error: `no control ${name}` })
  try {
    return told(200, await does(...((body === '' ? [] : JSON.parse(body)) as never[])))
  } catch (error) {
    return told(400, { error: error instanceof Error ? error.message : String(error) })
  }
}
