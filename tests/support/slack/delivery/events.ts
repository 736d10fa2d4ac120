import { newId } from '../ids.ts'
import { shownMessage } from '../shapes.ts'
import type { Slack } from '../slack.ts'
import type { Channel, Message } from '../types.ts'
import { untilTaken } from './deliver.ts'

const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im' } as const
const SUBSCRIPTION = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const

/** Tells the app what happened, where it subscribed to it and may know it. */
export class Events {
  readonly #slack: Slack
  /** Events on their way, so that a run can wait for the end of them. */
  readonly under = new Set<Promise<unknown>>()

  constructor(slack: Slack) {
    this.#slack = slack
  }

  /** Sends one event; false where the app does not hear of it. */
  tell(subscription: string, event: Record<string, unknown> & { type: string }): boolean {
    const slack = this.#slack
    if (!slack.hears(subscription)) return false
    const payload = this.#wrapped(event)
    const delivery = { type: 'events_api' as const, id: payload.event_id, about: event.type, payload }
    const send = () => this.#follow(untilTaken(slack, delivery))
    const first = send()
    if (slack.faults.forEvent(event.type, 'twice')) void send()
    if (slack.faults.forEvent(event.type, 'again')) void first.then(send)
    return true
  }

  message(channel: Channel, message: Message): void {
    const { workspace } = this.#slack
    const seen = channel.members.has(workspace.botUser)
    if (!seen) return
    const event = {
      ...shownMessage(message),
      channel: channel.id,
      event_ts: message.ts,
      channel_type: CHANNEL_TYPE[channel.kind],
    }
    delete event.reply_count
    delete event.reply_users
    delete event.latest_reply
    this.tell(SUBSCRIPTION[channel.kind], event)
    // From memory: no app_mention in a conversation with the bot itself, none for what a bot wrote itself.
    const mentioned =
      channel.kind !== 'im' && message.bot_id === undefined && message.text.includes(`<@${workspace.botUser}>`)
    if (!mentioned) return
    const { channel_type: _, ...mention } = event
    this.tell('app_mention', { ...mention, type: 'app_mention' })
  }

  changed(channel: Channel, message: Message, before: Message): void {
    this.#slack.journal.note('changed', channel, message)
    this.#hidden(channel, { subtype: 'message_changed', message: shownMessage(message), previous_message: before })
  }

  /** Deletes; a root with replies stays as a tombstone, as in Slack. */
  deleted(channel: Channel, message: Message): void {
    const { workspace } = this.#slack
    const before = shownMessage({ ...message })
    if ((channel.threads.get(message.ts)?.length ?? 0) === 0) {
      workspace.remove(channel, message)
      this.#slack.journal.note('deleted', channel, message)
      this.#hidden(channel, { subtype: 'message_deleted', previous_message: before, deleted_ts: message.ts })
      return
    }
    for (const gone of [
      'blocks',
      'files',
      'metadata',
      'edited',
      'bot_id',
      'app_id',
      'reactions',
      'client_msg_id',
    ] as const)
      delete message[gone]
    Object.assign(message, { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', hidden: true })
    this.changed(channel, message, before)
  }

  #hidden(channel: Channel, what: Record<string, unknown>): void {
    if (!channel.members.has(this.#slack.workspace.botUser)) return
    const ts = this.#slack.workspace.stamps.next()
    this.tell(SUBSCRIPTION[channel.kind], {
      type: 'message',
      hidden: true,
      channel: channel.id,
      ts,
      event_ts: ts,
      channel_type: CHANNEL_TYPE[channel.kind],
      ...what,
    })
  }

  #wrapped(event: Record<string, unknown> & { type: string }) {
    const { workspace, clock } = this.#slack
    return {
      token: 'verification-token-of-old',
      team_id: workspace.id,
      context_team_id: workspace.id,
      context_enterprise_id: null,
      api_app_id: workspace.appId,
      event: { event_ts: workspace.stamps.next(), ...event },
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.id,
          user_id: workspace.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${newId('')}`,
    }
  }

  #follow<T>(sent: Promise<T>): Promise<T> {
    this.under.add(sent)
    void sent.finally(() => this.under.delete(sent))
    return sent
  }
}
