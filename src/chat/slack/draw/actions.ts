import type { ActionsBlock, ActionsBlockElement, PlainTextOption } from '@slack/types'
import type { Button, Content } from '../../../model/chat.ts'
import { drawButton, drawOption, fitsMenu, menuId } from '../buttons.ts'
import { clip } from './clip.ts'
import { plain } from './plain.ts'
import type { Room } from './room.ts'

/** docs.slack.dev, reference/block-kit: elements of an actions block, options of an overflow menu and of a select. */
const MOST = { elements: 25, overflow: 5, select: 100 } as const
/** An overflow menu of one is a button that hides itself, and Slack's older validation wants two. */
const LEAST = 2

/** Everything that can be pressed or chosen: the buttons, what belongs behind "more", and the choices. */
export function drawActions(content: Content, room: Room): ActionsBlock[] {
  const buttons = content.buttons ?? []
  const isMore = (it: Button) => it.overflow === true && fitsMenu(it)
  const menus = chunks(buttons.filter(isMore), MOST.overflow)
  const alone = menus.filter((it) => it.length < LEAST).flat()
  const shown = [...buttons.filter((it) => !isMore(it)), ...alone]
  const elements: ActionsBlockElement[] = shown.map(drawButton)
  for (const menu of menus.filter((it) => it.length >= LEAST))
    elements.push({ type: 'overflow', action_id: menuId(elements.length), options: menu.map(drawOption) })
  for (const choice of choices(content, room)) {
    const placeholder = plain(content.pick?.label ?? '', 150)
    elements.push({ type: 'static_select', action_id: menuId(elements.length), placeholder, options: choice })
  }
  return chunks(elements, MOST.elements).map((it) => ({ type: 'actions', elements: it }))
}

const choices = ({ pick }: Content, room: Room): PlainTextOption[][] =>
  chunks(
    (pick?.options ?? []).map(({ value, label }) =>
      drawOption({ action: pick?.action ?? '', value, label: clip(label, room.option) }),
    ),
    MOST.select,
  )

function chunks<T>(list: readonly T[], size: number): T[][] {
  const result: T[][] = []
  for (let at = 0; at < list.length; at += size) result.push(list.slice(at, at + size))
  return result
}
