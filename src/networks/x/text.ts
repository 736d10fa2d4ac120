/** A shortened address in a text of X, and what it stands for; `picture` where it is only the mark of an attachment. */
export interface Link {
  short: string
  full: string
  picture: boolean
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** A text as its writer saw it: X encodes three characters, shortens every address and hangs one on for attachments. */
export function asWritten(text: string, links: readonly Link[]): string {
  let written = text.replace(/&(?:lt|gt|amp);/g, (it) => ENTITIES[it] ?? it)
  for (const { short, full, picture } of links) written = written.split(short).join(picture ? '' : full)
  return written.trim()
}
