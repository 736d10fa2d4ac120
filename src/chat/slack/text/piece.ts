/**
 * A piece of what somebody wrote. `to`: it speaks to the station itself, or to somebody else of the workspace, a person,
 * a group or all of a channel.
 */
export interface Piece {
  text: string
  to?: 'us' | 'colleague'
}

/** What the text of a message is read with. */
export interface Names {
  /** The station's own user in the workspace; null where it is not known. */
  self: string | null
  /** The station's name of a channel by Slack's id. */
  channel(id: string): string | null
}

/** What somebody wrote as plain text; `toColleague`: it is never meant for the public. */
export interface Said {
  text: string
  toColleague: boolean
}

const US = '@schatkamer'

export const person = (id: string, names: Names): Piece =>
  id === names.self ? { text: US, to: 'us' } : { text: `@${id}`, to: 'colleague' }

/**
 * Puts the pieces together. Who begins with our name speaks to us and to no colleague; who names us further on tells
 * a colleague about us.
 */
export function joined(pieces: readonly Piece[]): Said {
  const first = pieces.findIndex((it) => it.text.trim() !== '')
  const toUs = pieces[first]?.to === 'us'
  const text = pieces.map((it) => it.text).join('')
  return {
    // A word that stands close behind our name is still a word of its own.
    text: toUs ? text.replace(/^(\s*@schatkamer)(?=[\p{L}\p{N}_-])/u, '$1 ') : text,
    toColleague: pieces.some(({ to }, n) => to !== undefined && !(toUs && n === first)),
  }
}

/**
 * What a link says in plain text. What Slack made a link of by itself stays as it was typed, `bibliotheek.nl`; behind
 * any other words the address is what counts.
 */
export function link(url: string, label: string | undefined): Piece {
  const typed = label !== undefined && [`http://${label}`, `https://${label}`, `mailto:${label}`, `tel:${label}`]
  return { text: typed && label && typed.includes(url.replace(/\/$/, '')) ? label : url }
}
