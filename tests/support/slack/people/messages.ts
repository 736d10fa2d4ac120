import { randomUUID } from 'node:crypto'
import { blockId, newId } from '../ids.ts'
import { shownMessage } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Block, Channel, Message, Metadata } from '../types.ts'
import { enters } from './channels.ts'
import { compose } from './composer.ts'

export interface Typed {
  /** The root's ts, to write in its thread. */
  thread?: string
  blocks?: Block[]
  /** Shown in the channel too. */
  broadcast?: boolean
  files?: { name: string; mimetype?: string; size?: number }[]
}

/** Somebody sends a message; answers with its ts. */
export function types(slack: Slack, who: string, where: string, text: string, typed: Typed = {}): string {
  const { workspace } = slack
  const user = workspace.person(who).id
  const channel = placeOf(slack, user, where)
  const root = typed.thread ? channel.byTs.get(typed.thread) : undefined
  if (typed.thread && !root) throw new Error(`no thread ${typed.thread} in ${where}`)
  const composed = compose(workspace, text, blockId())
  const message: Message = {
    type: 'message',
    client_msg_id: randomUUID(),
    user,
    ts: workspace.stamps.next(),
    team: workspace.id,
    text: composed.text,
    ...(text === '' ? {} : { blocks: typed.blocks ?? (composed.blocks as unknown as Block[]) }),
    ...(root ? { thread_ts: root.thread_ts ?? root.ts } : {}),
  }
  if (root && typed.broadcast) message.subtype = 'thread_broadcast'
  if (typed.files)
    Object.assign(message, {
      subtype: 'file_share',
      upload: false,
      files: typed.files.map((file) => shownFile(file, user)),
    })
  workspace.place(channel, message)
  slack.events.message(channel, message)
  return message.ts
}

/** What another app writes: a bot's message, with whatever it puts beside it. */
export interface FromApp {
  thread?: string
  blocks?: Block[]
  metadata?: Metadata
}

/** Another app of the workspace posts; answers with the ts. Any app may write any metadata. */
export function appPosts(slack: Slack, app: string, where: string, text: string, more: FromApp = {}): string {
  const { workspace } = slack
  const { thread, ...rest } = more
  const message: Message = {
    type: 'message',
    subtype: 'bot_message',
    bot_id: newId('B'),
    app_id: newId('A'),
    username: app,
    ts: workspace.stamps.next(),
    text,
    ...rest,
    ...(thread ? { thread_ts: thread } : {}),
  }
  const channel = workspace.channel(where)
  workspace.place(channel, message)
  slack.events.message(channel, message)
  return message.ts
}

export function edits(slack: Slack, who: string, ts: string, text: string): void {
  const { channel, message, user } = ownMessage(slack, who, ts)
  const before = shownMessage({ ...message })
  const composed = compose(slack.workspace, text, blockId())
  Object.assign(message, {
    text: composed.text,
    blocks: composed.blocks,
    edited: { user, ts: slack.workspace.stamps.next() },
  })
  slack.events.changed(channel, message, before)
}

export function deletes(slack: Slack, who: string, ts: string): void {
  const { channel, message } = ownMessage(slack, who, ts)
  slack.events.deleted(channel, message)
}

/** Where somebody writes: a channel, which he enters first where it is public, or the conversation with the bot. */
export function placeOf(slack: Slack, user: string, where: string): Channel {
  const { workspace } = slack
  if (where === workspace.botUser || where === 'bot') return withBot(slack, user)
  const channel = workspace.channel(where)
  if (channel.archived) throw new Error(`#${channel.name} is archived`)
  if (channel.members.has(user)) return channel
  if (channel.kind !== 'public')
    throw new Error(`${workspace.person(user).name} is not in #${channel.name}, which is private`)
  enters(slack, user, channel.id)
  return channel
}

/** The conversation with the bot, where the app lets people write in it. */
function withBot(slack: Slack, user: string): Channel {
  const { messages_tab_enabled: open, messages_tab_read_only_enabled: readOnly } =
    slack.manifest.features?.app_home ?? {}
  if (open !== true || readOnly === true) throw new Error('Sending messages to this app has been turned off.')
  return slack.workspace.im(user)
}

function ownMessage(slack: Slack, who: string, ts: string) {
  const user = slack.workspace.person(who).id
  for (const channel of slack.workspace.channels.values()) {
    const message = channel.byTs.get(ts)
    if (!message) continue
    if (message.user !== user) throw new Error(`${who} did not write ${ts}`)
    return { channel, message, user }
  }
  throw new Error(`no message ${ts}`)
}

function shownFile(
  { name, mimetype = 'image/png', size = 1000 }: { name: string; mimetype?: string; size?: number },
  user: string,
) {
  const id = newId('F')
  const host = 'https://files.slack.com/files-pri'
  return {
    id,
    name,
    title: name,
    mimetype,
    filetype: mimetype.split('/')[1],
    user,
    size,
    mode: 'hosted',
    url_private: `${host}/${id}/${name}`,
    url_private_download: `${host}/${id}/download/${name}`,
    permalink: `https://bibliotheken.slack.com/files/${user}/${id}/${name}`,
  }
}
