import { deskActions } from './desk-actions.ts'
import { type Action, replyActions } from './reply-actions.ts'
import { scheduleActions } from './schedule/actions.ts'

/**
 * Every button that the station puts in a chat, by the name in its `action`. Without a prototype: the name comes from
 * outside, and `constructor` is no button.
 */
export const actions: Record<string, Action> = Object.assign(
  Object.create(null),
  replyActions,
  deskActions,
  scheduleActions,
)
