import type { Answer } from '../commands/command.ts'
import type { Trouble } from './chat/chat.ts'
import { isArriving, whenArrived } from './intake/arrival.ts'
import { dispatch } from './intake/dispatch.ts'
import { actOf, type IntakeParts } from './intake/parts.ts'
import { isForNobody, placeOf } from './intake/place.ts'
import { type Stored, takeUpLater } from './intake/recovery.ts'
import { refuse } from './intake/refuse.ts'
import { requireTimely } from './intake/timely.ts'
import { Troubles } from './intake/troubles.ts'
import { Views } from './intake/views.ts'
import { mayAct, spokenOf } from './intake/who.ts'
import type { ChatEvent, Content, FormAnswer, FormAsked } from './model/chat.ts'
import { SECOND } from './model/clock.ts'
import { Refused } from './model/refused.ts'
import type { Member } from './model/station.ts'
import { RolesUnknown } from './roster.ts'
import { isHandled, keepEvents, markFailed, markHandled, openEvents } from './store/intake.ts'
import { isDatabaseTrouble } from './store/trouble.ts'
import { intakeWords } from './wording/intake.ts'

/** How long to leave a database alone that takes nothing: doubling from the first to the second. */
const PAUSE = { first: SECOND, most: 30 * SECOND }

/**
 * Takes what members did on a chat platform: stored first, unique on the platform's id, then acted on; the act and the
 * mark that it was handled are one transaction, so that an event is handled once however often it comes.
 */
export class Intake {
  readonly #parts: IntakeParts
  readonly #halt = new AbortController()
  readonly #troubles: Troubles
  readonly #views: Views

  constructor(parts: IntakeParts) {
    this.#parts = parts
    this.#troubles = new Troubles(parts)
    this.#views = new Views(parts)
  }

  /** Makes events durable; only then may they be acknowledged. */
  async store(platform: string, events: ChatEvent[]): Promise<void> {
    const now = this.#parts.clock.now()
    await this.#parts.store.transaction((tx) => keepEvents(tx, platform, events, now))
  }

  /**
   * Takes up what was stored but not handled before the last process ended. What must wait until its platform says who
   * may do what, or until it is known whether its thread stands there, is taken up later, with all that was done there
   * after it: the station goes on the air meanwhile, and the person who acted hears no answer any more.
   */
  async recover(): Promise<number> {
    const open = await this.#parts.store.transaction((tx) => openEvents(tx))
    const waiting: Stored[] = []
    for (const it of open) if (this.#isBehind(it, waiting) || !(await this.#takeUp(it, true))) waiting.push(it)
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

  /** The form behind a button, as things stand for whoever asks; who may not have it is told why. */
  form(platform: string, asked: FormAsked): Promise<FormAnswer> {
    return this.#views.form(platform, asked)
  }

  /** A person's own page, in that person's language. */
  home(platform: string, by: string): Promise<Content[]> {
    return this.#views.home(platform, by)
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
    await whenArrived(this.#parts, platform, event, this.#halt.signal)
    if (await this.#isDone(platform, event)) return []
    const by = await this.#whoActs(platform, event)
    try {
      let kept = () => {}
      const answer = await store.transaction(async (tx): Promise<Answer> => {
        const place = await placeOf(tx, platform, event)
        if (place === null || (await isHandled(tx, platform, event.id))) return []
        await requireTimely(tx, platform, event)
        const act = actOf(this.#parts, tx, by)
        kept = await roster.keep(tx, act.now)
        const said = await dispatch(act, event, place)
        await markHandled(tx, platform, event.id, act.now)
        return said
      })
      kept()
      return answer
    } catch (error) {
      if (error instanceof Refused) return this.#refuse(platform, event, error)
      if (isDatabaseTrouble(error)) throw error
      log.error({ err: error, event: event.id, kind: event.kind }, 'an event could not be handled')
      await store.transaction((tx) => markFailed(tx, platform, event.id, this.#parts.clock.now()))
      return [{ kind: 'private', text: intakeWords(roster.languageOf(platform, event.by)).failed }]
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
    const { roster, chats } = this.#parts
    const chat = chats.get(platform)
    const by = await roster.ask(chat, event.by, mayAct(event))
    if (chat?.member) for (const id of spokenOf(event, roster.peopleOf(platform))) await roster.ask(chat, id, false)
    return by ?? (event.kind === 'edited' || event.kind === 'deleted' ? roster.remembered(platform, event.by) : null)
  }

  async #refuse(platform: string, event: ChatEvent, refused: Refused): Promise<Content[]> {
    const { store, clock, log, roster } = this.#parts
    await store.transaction((tx) => markHandled(tx, platform, event.id, clock.now()))
    return refuse(log, { platform, event, refused, language: roster.languageOf(platform, event.by) })
  }

  /** Whether something that was done in the same thread before still waits. */
  #isBehind({ platform, event }: Stored, waiting: readonly Stored[]): boolean {
    const { channel, thread = null } = event
    return waiting.some(
      (it) => it.platform === platform && it.event.channel === channel && (it.event.thread ?? null) === thread,
    )
  }

  async #takeUp({ platform, event }: Stored, atOnce = false): Promise<boolean> {
    const { store, clock } = this.#parts
    try {
      if (atOnce && (await isArriving(store, platform, event, clock.now()))) return false
      await this.#patiently(event, () => this.#handle(platform, event))
      return true
    } catch (error) {
      if (error instanceof RolesUnknown) return false
      throw error
    }
  }

  async #takeUpLater(events: Stored[]): Promise<void> {
    const { clock, log } = this.#parts
    const { signal } = this.#halt
    const given = await takeUpLater(events, (it) => this.#takeUp(it).catch(() => false), { clock, signal })
    for (const { platform, event } of given)
      await this.handle(platform, event).catch((error) => log.error({ err: error }, 'an event could not be taken up'))
  }
}
