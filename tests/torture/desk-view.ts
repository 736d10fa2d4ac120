import { z } from 'zod'
import type { Line, Thread } from './evidence.ts'
import { mustGet } from './http.ts'

const MESSAGE = z.looseObject({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  from: z.string(),
  number: z.string().nullish(),
  external: z.string().nullish(),
  deleted: z.boolean().optional(),
  buttons: z.array(z.object({ action: z.string(), value: z.string() })).optional(),
})
const THREADS = z.array(
  z.looseObject({ id: z.string(), conversation: z.number().nullable(), messages: z.array(MESSAGE) }),
)
export type DeskThread = z.infer<typeof THREADS>[number]
export type DeskMessage = z.infer<typeof MESSAGE>

export const channelsOf = async (desk: string): Promise<string[]> =>
  (await mustGet<{ name: string }[]>(`${desk}/desk/channels`)).map((it) => it.name)

export const threadsOf = async (desk: string, channel: string, query = ''): Promise<DeskThread[]> =>
  THREADS.parse(await mustGet(`${desk}/desk/channels/${encodeURIComponent(channel)}/threads${query}`))

/** Every thread of every channel, as the counter reads it. */
export async function everyThread(desk: string): Promise<Thread[]> {
  const threads: Thread[] = []
  for (const channel of await channelsOf(desk))
    for (const thread of await threadsOf(desk, channel))
      threads.push({ id: thread.id, channel, lines: thread.messages.map(lineOf) })
  return threads
}

const lineOf = (message: DeskMessage): Line => ({
  kind: message.kind,
  headline: message.text,
  text: JSON.stringify(message),
  says: message.kind === 'reply' ? fateIn(message) : null,
})

/** What a reply's line says, read as a person would: a tick, or words that something is still to come. */
function fateIn({ text }: DeskMessage): Line['says'] {
  if (text.startsWith('✓')) return 'out'
  return /gaat uit over|gaat nu uit|Wacht nog|Misschien uitgegaan|Wordt teruggehaald/.test(text) ? 'waits' : 'person'
}
