import type { Block, Element } from '../types.ts'

/** What somebody presses or chooses, with the block that it stands in. */
export interface Found {
  block: Block
  element: Element
  /** Of a menu: what is chosen in it. */
  option?: NonNullable<Element['options']>[number]
}

/** Everything in the blocks that can be acted on. */
export function* actable(blocks: readonly Block[]): Generator<Found> {
  for (const block of blocks) {
    const elements = block.type === 'actions' ? (block.elements ?? []) : []
    for (const element of [...elements, block.accessory, block.element]) {
      if (!element || element.type === 'image') continue
      yield { block, element }
      const groups = (element.option_groups ?? []) as { options: Element['options'] }[]
      for (const option of [...(element.options ?? []), ...groups.flatMap((group) => group.options ?? [])])
        yield { block, element, option }
    }
  }
}

/** By action_id, by label, by the label of an option, or `action_id=value of the option`. Throws where there is none. */
export function findElement(blocks: readonly Block[], wanted: string): Found {
  const all = [...actable(blocks)]
  const found =
    all.find(({ element, option }) => option && wanted === `${element.action_id}=${option.value}`) ??
    all.find(({ element, option }) => !option && element.action_id === wanted) ??
    all.find(({ element, option }) => (option ?? element).text?.text === wanted)
  if (found?.element.options && !found.option)
    throw new Error(`${wanted} asks to choose one of ${labels(blocks).join(', ')}`)
  if (!found) throw new Error(`nothing to press called ${wanted}; there is ${labels(blocks).join(', ') || 'nothing'}`)
  return found
}

export function labels(blocks: readonly Block[]): string[] {
  return [...actable(blocks)].map(
    ({ element, option }) => (option ?? element).text?.text ?? element.action_id ?? element.type,
  )
}
