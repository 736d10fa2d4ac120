import type { ChatEvent, Content } from '../model/chat.ts'
import type { Found, Outcome } from '../model/network.ts'

/** What the station wants to exist on a chat platform before it goes on the air. */
export interface Premises {
  channels: { name: string; topic: string }[]
  people: { id: string; name: string; initials: string; roles: string[]; language: 'nl' | 'en' }[]
  language: 'nl' | 'en'
  /** The IANA name of the zone whose wall clock the team reads. */
  zone: string
  /** One banner a network: who plays it. */
  networks: { name: string; live: boolean }[]
  /** For completion in the composer, where the platform has that: a line a command. */
  commands: { name: string; usage: string; summary: string }[]
}

/**
 * A chat platform as the station sees it. References (`thread`, `message`) are the platform's own and opaque to us;
 * `open` and `post` answer with the reference of the new message as the outcome's `id`, `open` with the thread's.
 * In every platform the root message of a thread has the same reference as its thread.
 */
export interface Chat {
  readonly platform: string
  /** False from a call that got no answer until the next one that does. */
  readonly reachable: boolean
  prepare(premises: Premises): Promise<void>
  open(channel: string, content: Content, key: string): Promise<Outcome>
  post(channel: string, thread: string, content: Content, key: string): Promise<Outcome>
  revise(channel: string, message: string, content: Content, key: string): Promise<Outcome>
  find?(channel: string, thread: string | null, key: string): Promise<Found>
  /**
   * Takes events until `signal` is aborted. `store` makes them durable before they are acknowledged (and may be given
   * an event again); `handle` acts on one that is stored, and its answers reach only the person who acted.
   */
  listen(
    handlers: { store(events: ChatEvent[]): Promise<void>; handle(event: ChatEvent): Promise<Content[]> },
    signal: AbortSignal,
  ): Promise<void>
}
