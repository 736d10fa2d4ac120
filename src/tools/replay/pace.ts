import type { Row } from './rows.ts'

export type Speed = number | 'max'

/** Reads `--speed`; null where it is no speed. */
export function parseSpeed(text: string): Speed | null {
  if (text === 'max') return 'max'
  const times = Number(text)
  return times > 0 && Number.isFinite(times) ? times : null
}

/** How long to wait before each row of a conversation, in ms: the recorded gap divided by the speed. */
export function pausesOf(rows: readonly Row[], speed: Speed): number[] {
  let last: number | null = null
  return rows.map(({ at }) => {
    // Without a moment of its own a row came right after what it answers.
    if (at === null || speed === 'max') return 0
    const gap = last === null ? 0 : Math.max(0, at - last)
    last = Math.max(last ?? at, at)
    return gap / speed
  })
}
