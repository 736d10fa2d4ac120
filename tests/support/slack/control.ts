import type { Answer } from './call.ts'
import type { FakeSlack } from './fake.ts'
import { lookAndSwitch } from './switches.ts'

type Act = (...args: never[]) => unknown
export type Controls = Readonly<Record<string, Act>>

/** The acts and looks that runs may ask for by name. */
export const ACTS = [
  ...(['person', 'changes', 'group', 'joins', 'leaves', 'channel', 'renames', 'archives', 'joinsChannel'] as const),
  ...([
    'leavesChannel',
    'invitesBot',
    'removesBot',
    'types',
    'appPosts',
    'edits',
    'deletes',
    'reacts',
    'unreacts',
    'slash',
  ] as const),
  ...(['shortcut', 'globalShortcut', 'opensHome', 'presses', 'pressesEphemeral', 'pressesInModal'] as const),
  ...([
    'pressesInHome',
    'typesInModal',
    'entersInModal',
    'submits',
    'closes',
    'install',
    'settled',
    'verifiesUrl',
  ] as const),
  ...(['messages', 'thread', 'ephemerals', 'dms', 'modal', 'home'] as const),
]

export function controlsOf(slack: FakeSlack): Controls {
  const controls: Record<string, Act> = { ...lookAndSwitch(slack) }
  for (const name of ACTS) controls[name] = ((...args: never[]) => (slack[name] as Act).apply(slack, args)) as Act
  return controls
}

/** Control calls of runs with child processes: `POST /_fake/<name>`, the arguments as a JSON array. */
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
