import type { Logger } from 'pino'
import type { Answer } from '../commands/command.ts'
import { openForm } from '../commands/forms.ts'
import type { Chat, Trouble } from './chat/chat.ts'
import type { Act, Desk } from './desk/act.ts'
import { homeOf } from './desk/home.ts'
import { dispatch } from './intake/dispatch.ts'
import { isForNobody, placeAt, placeOf } from './intake/place.ts'
import { refuse } from './intake/refuse.ts'
import { Troubles } from './intake/troubles.ts'
import { mayAct, spokenOf } from './intake/who.ts'
import type { ChatEvent, Content, FormAnswer, FormAsked } from './model/chat.ts'
import { type Clock, MINUTE, SECOND } from './model/clock.ts'
import { Refused } from './model/refused.ts'
import type { Language, Member } from './model/station.ts'
import { RolesUnknown, type Roster } from './roster.ts'
import type { Store, Tx } from './store/database.ts'
import { isHandled, keepEvents, markFailed, markHandled, openEvents } from './store/intake.ts'
import { isDatabaseTrouble } from './store/trouble.ts'
import { intakeWords } from './wording/intake.ts'

export interface IntakeParts {
  store: Store
  desk: Desk
  clock: Clock
  log: Logger
  /** The platforms by name; one that knows its people is asked who acts. */
  chats: ReadonlyMap<string, Pick<Chat, 'platform' | 'member'>>
  roster: Roster
}

/** How long to leave a database alone that takes nothing: doubling from the first to the second. */
const PAUSE = { first: SECOND, most: 30 * SECOND }
/** After a start a platform may not be there yet: what its people did before is tried again for so long. */
const RECOVERY = { pause: 10 * SECOND, most: 5 * MINUTE }

/**
 * Takes what members did on a chat platform: stored first, unique on the platform's id, then acted on; the act and the
 * mark that it was handled are one transaction, so that an event is handled once however often it comes.
 */
export class Intake {
  readonly #parts: IntakeParts
  readonly #halt = new AbortController()
  readonly #troubles: Troubles

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#troubles = new Troubles(parts)
  }

  /** Makes events durable; only then may they be acknowledged. */
  async store(platform: string, events: ChatEvent[]): Promise<void> {
    const now = this.#parts.clock.now()
    await this.#parts.store.transaction((tx) => keepEvents(tx, platform, events, now))
  }

  /**
   * Takes up what was stored but not handled before the last process ended. What must wait until its platform says who
   * may do what is taken up later, for the person who acted hears no answer any more.
   */
  async recover(): Promise<number> {
    const open = await this.#parts.store.transaction((tx) => openEvents(tx))
    const waiting: typeof open = []
    for (const it of open) if (!(await this.#takeUp(it.platform, it.event))) waiting.push(it)
    if (waiting.length > 0) void this.#takeUpLater(waiting)
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
    try {
      return await this.#patiently(event, () => this.#handle(platform, event))
    } catch (error) {
      if (!(error instanceof RolesUnknown)) throw error
      this.#parts.log.warn({ err: error, platform }, 'a platform does not say who somebody is')
      return this.#patiently(event, () => this.#refuse(platform, event, new Refused('roles-unknown', { platform })))
    }
  }

  /** The form behind a button, as things stand for whoever asks; refused acts are told instead. Changes nothing. */
  async form(platform: string, asked: FormAsked): Promise<FormAnswer> {
    try {
      const by = await this.#parts.roster.ask(this.#chat(platform), asked.by, false)
      const form = await this.#read(by, async (act) =>
        openForm(act, asked, await placeAt(act.tx, platform, asked.channel, asked.thread)),
      )
      return { form }
    } catch (error) {
      return { told: this.#tell(platform, asked.by, error) }
    }
  }

  /** A person's own page, in that person's language. Changes nothing. */
  async home(platform: string, by: string): Promise<Content[]> {
    try {
      const member = await this.#parts.roster.ask(this.#chat(platform), by, false)
      return await this.#read(member, homeOf)
    } catch (error) {
      return this.#tell(platform, by, error)
    }
  }

  /** Says once that something about a platform has to be mended, and when it is. Never rejects. */
  trouble(platform: string, trouble: Trouble, mended = false): Promise<void> {
    return this.#troubles.tell(platform, trouble, mended)
  }

  async #patiently(event: ChatEvent, work: () => Promise<Content[]>): Promise<Content[]> {
    const { clock, log } = this.#parts
    for (let pause = PAUSE.first; !this.#halt.signal.aborted; pause = Math.min(pause * 2, PAUSE.most)) {
      try {
        return await work()
      } catch (error) {
        if (!isDatabaseTrouble(error)) throw error
        log.error({ err: error, event: event.id }, 'the database takes nothing; an event waits for it')
        await clock.wait(pause, this.#halt.signal)
      }
    }
    return []
  }

  async #handle(platform: string, event: ChatEvent): Promise<Content[]> {
    const { store, log, roster } = this.#parts
    if (await this.#isDone(platform, event)) return []
    const by = await this.#whoActs(platform, event)
    try {
      const answer = await store.transaction(async (tx): Promise<Answer> => {
        const place = await placeOf(tx, platform, event)
        if (place === null || (await isHandled(tx, platform, event.id))) return []
        const act = this.#act(tx, by)
        await roster.keep(tx, platform, event.by, act.now)
        const said = await dispatch(act, event, place)
        await markHandled(tx, platform, event.id, act.now)
        return said
      })
      roster.kept(platform, event.by)
      return answer
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(platform, event, error)
      if (isDatabaseTrouble(error)) throw error
      log.error({ err: error, event: event.id, kind: event.kind }, 'an event could not be handled')
      await store.transaction((tx) => markFailed(tx, platform, event.id, this.#parts.clock.now()))
      return [{ kind: 'private', text: intakeWords(this.#languageOf(platform, event.by)).failed }]
    }
  }

  /** What came before, or is about nothing of ours, asks nobody who did it. */
  #isDone(platform: string, event: ChatEvent): Promise<boolean> {
    return this.#parts.store.transaction(async (tx) => {
      if (await isHandled(tx, platform, event.id)) return true
      if (!(await isForNobody(tx, platform, event))) return false
      await markHandled(tx, platform, event.id, this.#parts.clock.now())
      return true
    })
  }

  /** Whoever changes or deletes a text of their own is known by it, though they may do nothing any more. */
  async #whoActs(platform: string, event: ChatEvent): Promise<Member | null> {
    const { roster } = this.#parts
    const chat = this.#chat(platform)
    const by = await roster.ask(chat, event.by, mayAct(event))
    for (const id of spokenOf(event)) if (chat?.member) await roster.ask(chat, id, false)
    return by ?? (event.kind === 'edited' || event.kind === 'deleted' ? roster.remembered(platform, event.by) : null)
  }

  async #refuse(platform: string, event: ChatEvent, refused: Refused): Promise<Content[]> {
    const { store, clock, log } = this.#parts
    await store.transaction((tx) => markHandled(tx, platform, event.id, clock.now()))
    return refuse(log, { platform, event, refused, language: this.#languageOf(platform, event.by) })
  }

  /** What somebody hears who wanted to see something and cannot. */
  #tell(platform: string, by: string, error: unknown): Content[] {
    const { log } = this.#parts
    const language = this.#languageOf(platform, by)
    const refused = error instanceof RolesUnknown ? new Refused('roles-unknown', { platform }) : error
    if (refused instanceof Refused) return refuse(log, { platform, event: { kind: 'look', by }, refused, language })
    log.error({ err: error, platform }, 'what somebody wanted to see could not be shown')
    return [{ kind: 'private', text: intakeWords(language).failed }]
  }

  async #takeUp(platform: string, event: ChatEvent): Promise<boolean> {
    try {
      await this.#patiently(event, () => this.#handle(platform, event))
      return true
    } catch (error) {
      if (error instanceof RolesUnknown) return false
      throw error
    }
  }

  async #takeUpLater(events: { platform: string; event: ChatEvent }[]): Promise<void> {
    const { clock, log } = this.#parts
    const { signal } = this.#halt
    let waiting = events
    for (let waited = 0; waiting.length > 0 && waited < RECOVERY.most; waited += RECOVERY.pause) {
      await clock.wait(RECOVERY.pause, signal)
      const still: typeof events = []
      for (const it of waiting)
        if (!signal.aborted && !(await this.#takeUp(it.platform, it.event).catch(() => false))) still.push(it)
      if (signal.aborted) return
      waiting = still
    }
    for (const { platform, event } of waiting)
      await this.handle(platform, event).catch((error) => log.error({ err: error }, 'an event could not be taken up'))
  }

  #read<T>(by: Member | null, work: (act: Act) => Promise<T>): Promise<T> {
    return this.#parts.store.transaction((tx) => work(this.#act(tx, by)))
  }

  #act(tx: Tx, by: Member | null): Act {
    const { desk, clock } = this.#parts
    return { ...desk, tx, now: clock.now(), steady: clock.steady(), by }
  }

  #languageOf(platform: string, id: string): Language {
    const { roster, desk } = this.#parts
    return roster.remembered(platform, id)?.language ?? desk.station.language
  }

  #chat(platform: string) {
    return this.#parts.chats.get(platform)
  }
}
