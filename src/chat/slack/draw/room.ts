import type { KnownBlock } from '@slack/types'

/** How much of each thing is shown, in characters, lines and pieces. */
export interface Room {
  /** What the station says. */
  said: number
  /** What the public wrote. */
  quote: number
  lines: number
  /** One fact's value, and one of whole sentences. */
  value: number
  long: number
  facts: number
  attachments: number
  option: number
  /** Whether labels stand out: an element of its own each. */
  bold: boolean
}

/** From roomy to narrow: the first in which a message fits is taken. */
export const ROOMS: readonly [Room, ...Room[]] = [
  { said: 3_000, quote: 2_800, lines: 40, value: 300, long: 2_800, facts: 60, attachments: 10, option: 75, bold: true },
  { said: 2_000, quote: 1_600, lines: 30, value: 160, long: 2_000, facts: 60, attachments: 6, option: 60, bold: false },
  { said: 1_200, quote: 900, lines: 20, value: 80, long: 900, facts: 60, attachments: 4, option: 45, bold: false },
  { said: 600, quote: 400, lines: 12, value: 40, long: 300, facts: 60, attachments: 2, option: 30, bold: false },
  { said: 300, quote: 200, lines: 6, value: 10, long: 150, facts: 60, attachments: 1, option: 25, bold: false },
  { said: 200, quote: 150, lines: 6, value: 20, long: 100, facts: 20, attachments: 1, option: 20, bold: false },
  { said: 60, quote: 60, lines: 3, value: 20, long: 20, facts: 5, attachments: 0, option: 20, bold: false },
]

/**
 * What a message may weigh. Slack refuses one of about 13,200 characters (bolt-js#2509) and counts more than its texts
 * (bolt-js#2867), so it is the whole JSON that is weighed, as a server writes it that escapes every letter beyond
 * ASCII.
 */
const MOST = { weight: 12_000, blocks: 50 } as const

export const fits = (blocks: KnownBlock[]): boolean =>
  blocks.length <= MOST.blocks && weigh(JSON.stringify(blocks)) <= MOST.weight

const ESCAPED = 6
const weigh = (json: string): number => {
  let beyond = 0
  for (let at = 0; at < json.length; at += 1) if (json.charCodeAt(at) > 0x7e) beyond += 1
  return json.length + beyond * (ESCAPED - 1)
}
