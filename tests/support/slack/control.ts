import type { Answer } from './call.ts'
import type { FakeSlack } from './fake.ts'

/** Control calls of runs with child processes; the acts and looks by name, with their arguments as a JSON array. */
export async function control(slack: FakeSlack, name: string, body: string): Promise<Answer> {
  const told = (status: number, value: unknown): Answer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value ?? null),
  })
  const act = slack.controls[name]
  if (!act) return told(404, { error: `no control ${name}` })
  try {
    return told(200, await act(...((body === '' ? [] : JSON.parse(body)) as never[])))
  } catch (error) {
    return told(400, { error: error instanceof Error ? error.message : String(error) })
  }
}
