import type { Logger } from 'pino'
import type { Answer, Place } from '../commands/command.ts'
import { actions, runCommand, threadCommand } from '../commands/index.ts'
import type { Act, Desk } from './desk/act.ts'
import { ask } from './desk/ask.ts'
import { isNote } from './desk/internal.ts'
import { sayMovedOn } from './desk/moved-on.ts'
import { sourceDeleted, sourceEdited } from './desk/source-changed.ts'
import type { ChatEvent, Content } from './model/chat.ts'
import { type Clock, SECOND } from './model/clock.ts'
import { Refused } from './model/refused.ts'
import type { Language } from './model/station.ts'
import { conversationOfThread } from './store/conversations.ts'
import type { Store, Tx } from './store/database.ts'
import { record } from './store/history.ts'
import { isHandled, keepEvents, markFailed, markHandled, openEvents } from './store/intake.ts'
import { isDatabaseTrouble } from './store/trouble.ts'
import { intakeWords } from './wording/intake.ts'
import { refusalText } from './wording/refusals.ts'

export interface IntakeParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
}

/** How long to leave a database alone that takes nothing: doubling from the first to the second. */
const PAUSE = { first: SECOND, most: 30 * SECOND }

/**
 * Takes what members did on a chat platform: stored first, unique on the platform's id, then acted on; the act and the
 * mark that it was handled are one transaction, so that an event is handled once however often it comes.
 */
export class Intake {
  readonly #parts: IntakeParts
  readonly #halt = new AbortController()

  constructor(parts: IntakeParts) {
    this.#parts = parts
  }

  /** Makes events durable; only then may they be acknowledged. */
  async store(platform: string, events: ChatEvent[]): Promise<void> {
    const now = this.#parts.clock.now()
    await this.#parts.store.transaction((tx) => keepEvents(tx, platform, events, now))
  }

  /** Takes up what was stored but not handled before the last process ended. */
  async recover(): Promise<number> {
    const open = await this.#parts.store.transaction((tx) => openEvents(tx))
    for (const { platform, event } of open) await this.handle(platform, event)
    return open.length
  }

  /** Waits no longer for a database that takes nothing; what is not handled by then is taken up at the next start. */
  stop(): void {
    this.#halt.abort()
  }

  /**
   * Acts on a stored event; what it answers is for the person who acted alone. It was acknowledged, so it is acted on
   * however long the database takes nothing: neither lost, nor done days later after the person was told that it failed.
   */
  async handle(platform: string, event: ChatEvent): Promise<Content[]> {
    const { clock, log } = this.#parts
    for (let pause = PAUSE.first; !this.#halt.signal.aborted; pause = Math.min(pause * 2, PAUSE.most)) {
      try {
        return await this.#handle(platform, event)
      } catch (error) {
        if (!isDatabaseTrouble(error)) throw error
        log.error({ err: error, event: event.id }, 'the database takes nothing; an event waits for it')
        await clock.wait(pause, this.#halt.signal)
      }
    }
    return []
  }

  async #handle(platform: string, event: ChatEvent): Promise<Content[]> {
    const { store, log, desk } = this.#parts
    const by = desk.station.members.find((it) => it.id === event.by) ?? null
    const language = by?.language ?? desk.station.language
    try {
      return await store.transaction(async (tx) => {
        if (await isHandled(tx, platform, event.id)) return []
        const act = this.#act(tx, event.by)
        const answer = await dispatch(act, platform, event)
        await markHandled(tx, platform, event.id, act.now)
        return answer
      })
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(platform, event, error, language)
      if (isDatabaseTrouble(error)) throw error
      log.error({ err: error, event: event.id, kind: event.kind }, 'an event could not be handled')
      await store.transaction((tx) => markFailed(tx, platform, event.id, this.#parts.clock.now()))
      return [{ kind: 'private', text: intakeWords(language).failed }]
    }
  }

  async #refuse(platform: string, event: ChatEvent, refused: Refused, language: Language): Promise<Content[]> {
    const { store, clock, log } = this.#parts
    log.info({ event: event.id, by: event.by, code: refused.code }, 'refused')
    await store.transaction((tx) => markHandled(tx, platform, event.id, clock.now()))
    return [{ kind: 'private', text: refusalText(language, refused), about: { code: refused.code } }]
  }

  #act(tx: Tx, member: string): Act {
    const { desk, clock } = this.#parts
    const by = desk.station.members.find((it) => it.id === member) ?? null
    return { ...desk, tx, now: clock.now(), steady: clock.steady(), by }
  }
}

/** What an event means: a command, a button, or something typed in a thread. */
async function dispatch(act: Act, platform: string, event: ChatEvent): Promise<Answer> {
  if (event.kind === 'command') return runCommand(event.text, placeOf(platform, event.channel, null, null), act)
  const conversation =
    event.thread === null ? null : await conversationOfThread(act.tx, platform, event.channel, event.thread)
  const place = placeOf(platform, event.channel, event.thread, conversation?.id ?? null)
  switch (event.kind) {
    case 'action': {
      const action = actions[event.action]
      if (!action) throw new Refused('unknown-action', { action: event.action })
      return action(act, event.value, event.form, place)
    }
    case 'message': {
      const command = threadCommand(event.text)
      if (command !== null) return runCommand(command, { ...place, attachments: event.attachments }, act)
      if (!conversation) return []
      if (isNote(event.text)) {
        await record(act, 'note', { conversation: conversation.id })
        return []
      }
      const movedOn = await sayMovedOn(act, platform, event.channel, event.thread ?? '')
      if (movedOn) return [movedOn]
      const question = await ask(act, {
        conversation: conversation.id,
        text: event.text,
        media: event.attachments,
        source: { platform, message: event.message },
      })
      return question ? [question] : []
    }
    case 'edited': {
      const question = await sourceEdited(act, { platform, message: event.message }, event.text)
      return question ? [question] : []
    }
    case 'deleted':
      await sourceDeleted(act, { platform, message: event.message })
      return []
    default:
      return event satisfies never
  }
}

const placeOf = (platform: string, channel: string, thread: string | null, conversation: number | null): Place => ({
  platform,
  channel,
  thread,
  conversation,
})
