import type { FakeX } from './fake.ts'
import type { Answer } from './types.ts'

type Act = (...args: never[]) => unknown
export type Controls = Readonly<Record<string, Act>>

/** The acts and looks that runs may ask for by name. */
export function controlsOf(x: FakeX): Controls {
  return {
    about: () => ({ url: x.url, me: x.me, ...x.credentials }),
    writes: (...[username, text, more]: Parameters<FakeX['writes']>) => x.writes(username, text, more),
    replies: (...[username, to, text, more]: Parameters<FakeX['replies']>) => x.replies(username, to, text, more),
  }
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
