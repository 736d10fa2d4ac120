import { createRequire } from 'node:module'

interface Known {
  unified: string
  short_names: string[]
  skin_variations?: Record<string, { unified: string }>
}
export interface Emoji {
  name: string
  unicode: string
  /** 2 to 6, as Slack counts the tones of Fitzpatrick. */
  skin_tone?: number
}

const load = createRequire(import.meta.url)
const byCharacter = new Map<string, Emoji>()
const byName = new Map<string, Emoji>()

/** An emoji that somebody typed as a character; its code points as Slack writes them, `1f44b-1f3fd`. */
export function emojiOf(character: string): Emoji | undefined {
  read()
  return byCharacter.get(bare(character))
}

/** One that somebody typed by its name, between colons. */
export function emojiNamed(name: string): Emoji | undefined {
  read()
  return byName.get(name)
}

function read(): void {
  if (byName.size > 0) return
  for (const { unified, short_names: names, skin_variations: tones = {} } of load(
    'emoji-datasource/emoji.json',
  ) as Known[]) {
    const known = { name: names[0] ?? '', unicode: unified.toLowerCase() }
    byCharacter.set(bare(characterOf(unified)), known)
    for (const name of names) byName.set(name, { ...known, name })
    for (const [tone, { unified: toned }] of Object.entries(tones)) {
      if (tone.includes('-')) continue
      const skin_tone = Number.parseInt(tone, 16) - 0x1f3fb + 2
      byCharacter.set(bare(characterOf(toned)), { name: known.name, unicode: toned.toLowerCase(), skin_tone })
    }
  }
}

const bare = (character: string) => character.replaceAll('\ufe0f', '')
const characterOf = (unified: string) =>
  String.fromCodePoint(...unified.split('-').map((one) => Number.parseInt(one, 16)))
