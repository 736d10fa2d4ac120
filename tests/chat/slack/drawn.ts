import type { ActionsBlock, KnownBlock, PlainTextElement, RichTextElement } from '@slack/types'

/** Every element of rich text in a message, in order. */
export const elementsOf = (blocks: readonly KnownBlock[]): RichTextElement[] =>
  blocks.flatMap((block) =>
    block.type === 'rich_text'
      ? block.elements.flatMap((it) =>
          it.type === 'rich_text_list' ? it.elements.flatMap((one) => one.elements) : it.elements,
        )
      : [],
  )

/** What a person reads, a line a line; a quote's lines begin with `>`. */
export const saidIn = (blocks: readonly KnownBlock[]): string => blocks.flatMap(linesOf).join('\n')

/** The JSON that a message is, in characters. */
export const weightOf = (blocks: readonly KnownBlock[]): number => JSON.stringify(blocks).length

function linesOf(block: KnownBlock): string[] {
  if (block.type === 'rich_text')
    return block.elements.flatMap((part) => {
      if (part.type === 'rich_text_list') return part.elements.map((it) => it.elements.map(wordOf).join(''))
      const lines = part.elements.map(wordOf).join('').split('\n')
      return part.type === 'rich_text_quote' ? lines.map((it) => `> ${it}`) : lines
    })
  if (block.type === 'context') return [block.elements.map((it) => ('text' in it ? it.text : '')).join(' ')]
  if (block.type === 'actions') return [block.elements.map(pressable).join(' ')]
  return [`{${block.type}}`]
}

function wordOf(element: RichTextElement): string {
  if (element.type === 'text') return element.text
  if (element.type === 'link') return element.text ?? element.url
  return `<${'user_id' in element ? element.user_id : element.type}>`
}

function pressable(element: ActionsBlock['elements'][number]): string {
  if (element.type === 'button') return `[${element.text.text}${element.style ? ` ${element.style}` : ''}]`
  const options = 'options' in element ? (element.options ?? []) : []
  return `(${options.map((it) => (it.text as PlainTextElement).text).join(' | ')})`
}
