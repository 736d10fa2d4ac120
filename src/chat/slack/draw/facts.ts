import type { RichTextBlockElement, RichTextElement } from '@slack/types'
import type { Content } from '../../../model/chat.ts'
import { cutInert } from './clip.ts'
import type { Drawing } from './drawing.ts'
import { inertLine, inertSaid } from './inert.ts'
import { bold, italic, lined, link, quoted, section, text, webUrl } from './rich.ts'
import type { Room } from './room.ts'

const LABEL = 60
/** From here on a value is a text of its own, not a word or two behind a label. */
const LONG = 120

type Fact = NonNullable<Content['facts']>[number]

/** What is known, a line each; a whole text, as what goes out is, stands as a quote under its label. */
export function drawFacts(content: Content, { say, base }: Drawing, room: Room): RichTextBlockElement[] {
  const all = content.facts ?? []
  const drawn: RichTextBlockElement[] = []
  let lines: RichTextElement[][] = []
  const close = () => {
    drawn.push(section(lined(lines.filter((it) => it.length > 0))))
    lines = []
  }
  for (const fact of all.slice(0, room.facts)) {
    if (content.kind === 'digest' || !isLong(fact.value)) {
      lines.push(oneLine(fact, base, room))
      continue
    }
    const { shown, whole } = cutInert(fact.value, inertSaid, { limit: room.long, lines: room.lines })
    lines.push(label(fact, room))
    close()
    drawn.push(quoted([text(shown)]))
    if (whole !== null) lines.push([italic(say.cut(whole))])
    if (place(fact, base).length > 0) lines.push(place(fact, base))
  }
  if (all.length > room.facts) lines.push([text(say.more(all.length - room.facts))])
  close()
  return drawn
}

const isLong = (value: string): boolean => value.length > LONG || value.includes('\n')

function oneLine(fact: Fact, base: string, room: Room): RichTextElement[] {
  const words = inertLine(fact.value, room.value)
  const named = label(fact, room)
  const where = place(fact, base)
  return [...named, text(named.length > 0 ? ` ${words}` : words), ...(where.length > 0 ? [text(' '), ...where] : [])]
}

function label(fact: Fact, room: Room): RichTextElement[] {
  const words = inertLine(fact.label, LABEL)
  if (words === '') return []
  const named = /[:.?!…]$/.test(words) ? words : `${words}:`
  return [room.bold ? bold(named) : text(named)]
}

/** Where it stands. The words of the link are the place's name: those of a value may be the public's. */
function place(fact: Fact, base: string): RichTextElement[] {
  const url = webUrl(fact.url, base)
  return url ? [link(url, url.host)] : []
}
