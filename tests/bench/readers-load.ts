import { setTimeout as sleep } from 'node:timers/promises'

let next = 0

async function write(sandbox: string, text: string): Promise<void> {
  const number = next++
  const response = await fetch(`${sandbox}/sandbox/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ network: 'x', author: `lezer${number % 2_000}`, kind: 'mention', text }),
  })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}`)
}

/** Writes so many messages as fast as the sandbox takes them from sixteen readers at once. */
export async function writeMany(sandbox: string, messages: number): Promise<void> {
  let left = messages
  const reader = async () => {
    while (left-- > 0) await write(sandbox, `Wie kent dit boek nog? ${next}`)
  }
  await Promise.all(Array.from({ length: 16 }, reader))
}

/**
 * Writes `rate` messages a second for so many seconds, each at its own moment whether or not the ones before it have
 * been answered. Answers with the moment that each text was due, UTC ms.
 */
export async function openLoop(
  sandbox: string,
  rate: number,
  seconds: number,
  stop?: AbortSignal,
): Promise<Map<string, number>> {
  const due = new Map<string, number>()
  const calls: Promise<void>[] = []
  const started = Date.now()
  for (let sent = 0; sent < rate * seconds && !stop?.aborted; sent++) {
    const at = started + (sent * 1_000) / rate
    const wait = at - Date.now()
    if (wait > 0) await sleep(wait)
    const text = `Op tijd geschreven, nummer ${next}`
    due.set(text, at)
    calls.push(write(sandbox, text))
  }
  await Promise.all(calls)
  return due
}
