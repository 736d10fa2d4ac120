import type { Answer } from './server.ts'

type Act = (...args: never[]) => unknown
export type Controls = Readonly<Record<string, Act>>

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
