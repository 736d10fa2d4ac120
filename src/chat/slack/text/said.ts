import { readMrkdwn } from './mrkdwn.ts'
import { joined, type Names, type Said } from './piece.ts'
import { readRich } from './rich.ts'

/**
 * What a message says. The composer's own blocks tell more exactly what was typed than the text beside them; whether it
 * speaks to a colleague is what either of them says.
 */
export function said({ text, blocks }: { text: string; blocks: readonly unknown[] }, names: Names): Said {
  const beside = joined(readMrkdwn(text, names))
  const rich = readRich(blocks, names)
  if (rich === null) return { ...beside, text: beside.text.trim() }
  const typed = joined(rich)
  return { text: typed.text.trim(), toColleague: typed.toColleague || beside.toColleague }
}

/** What stands behind a slash command. */
export const saidToUs = (text: string, names: Names): string => joined(readMrkdwn(text, names)).text.trim()
