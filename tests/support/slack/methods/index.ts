import type { Method } from '../method.ts'
import { appMethods } from './app.ts'
import { channelMethods } from './channels.ts'
import { chatMethods } from './chat.ts'
import { conversationMethods } from './conversations.ts'
import { historyMethods } from './history.ts'
import { peopleMethods } from './people.ts'
import { reactionMethods } from './reactions.ts'
import { viewMethods } from './views.ts'

/** Every method that this Slack has; any other is `unknown_method`. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...appMethods,
  ...chatMethods,
  ...historyMethods,
  ...conversationMethods,
  ...channelMethods,
  ...peopleMethods,
  ...reactionMethods,
  ...viewMethods,
}
