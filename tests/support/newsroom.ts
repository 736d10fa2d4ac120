import pino from 'pino'
import type { Desk } from '../../src/desk/act.ts'
import { settleShown } from '../../src/desk/settle-chat.ts'
import { Intake } from '../../src/intake.ts'
import type { ChatEvent, Content, FormAnswer } from '../../src/model/chat.ts'
import type { Member, Role, Station } from '../../src/model/station.ts'
import { Roster } from '../../src/roster.ts'
import { networks, station as ofTheFiles } from './cast.ts'
import type { ManualClock } from './clock.ts'
import { openDesk, type TestDesk } from './desk.ts'

/** Somebody of a workspace, whom station.yaml does not know. */
export const person = (id: string, name: string, roles: Role[], more: Partial<Member> = {}): Member => ({
  id,
  name,
  roles,
  library: null,
  partner: null,
  slack: id,
  initials: name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join(''),
  language: 'nl',
  ...more,
})

/** Two curators of a workspace; the second reads English. */
export const anna = person('U0ANNA1', 'Anna Alders', ['curator'])
export const ben = person('U0BEN22', 'Ben Bos', ['curator'], { language: 'en' })

/** What the log says, by its message. */
export interface Logged {
  level: number
  msg: string
  by?: string
  event?: string
  code?: string
}

/**
 * The intake over a real store, for a platform that knows its people itself: whoever is in `people` is what stands
 * there at that moment, and while it is `silent` it does not say.
 */
export interface Newsroom extends Omit<TestDesk, 'act'> {
  intake: Intake
  roster: Roster
  people: Map<string, Member>
  silent: boolean
  /** Whether each question about somebody asked for the present state, oldest first. */
  asked: { id: string; fresh: boolean }[]
  logged: Logged[]
  act: TestDesk['act']
  /** Gives a conversation its thread, as after its card was delivered; answers with the thread's reference. */
  opens(conversation: number): Promise<string>
  does(event: { by: string } & Loose): Promise<Content[]>
  form(by: string, action: string, value: string, typed?: Record<string, string>, thread?: string): Promise<FormAnswer>
  /** The same newsroom after a restart of the process. */
  restarts(): Promise<Newsroom>
}

/** An event without what every event has, and without attachments. */
type Loose = ChatEvent extends infer Event
  ? Event extends ChatEvent
    ? Omit<Event, 'id' | 'at' | 'by' | 'channel' | 'attachments'> & { id?: string; channel?: string }
    : never
  : never

export const CHANNEL = 'boek-kwijt'

export function openNewsroom(clock?: ManualClock, station: Station = ofTheFiles): Newsroom {
  return staffed(
    openDesk({ platforms: ['slack'], station }, clock),
    new Map([anna, ben].map((it) => [it.id, it])),
    station,
  )
}

function staffed(desk: TestDesk, people: Map<string, Member>, station: Station): Newsroom {
  const roster = new Roster(station)
  const logged: Logged[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const present: Desk = {
    get station() {
      return roster.station
    },
    networks,
    platforms: ['slack'],
  }
  const asked: Newsroom['asked'] = []
  const chat = {
    platform: 'slack',
    async member(id: string, fresh: boolean) {
      asked.push({ id, fresh })
      if (room.silent) throw new Error('no answer')
      return people.get(id) ?? null
    },
  }
  const { clock, store } = desk
  const intake = new Intake({ store, desk: present, clock, log, chats: new Map([['slack', chat]]), roster })
  let events = 0
  const room: Newsroom = {
    ...desk,
    intake,
    roster,
    people,
    silent: false,
    asked,
    logged,
    act: (by, work) => desk.act(by, (act) => work({ ...act, ...present })),
    async opens(conversation) {
      const ref = `t${conversation}`
      const delivery = await store.db
        .selectFrom('delivery')
        .selectAll()
        .where('subject', '=', 'card')
        .where('subject_id', '=', conversation)
        .where('verb', '=', 'open')
        .executeTakeFirstOrThrow()
      await desk.act(null, (act) => settleShown(act, delivery, { channel: CHANNEL, thread: null }, ref))
      return ref
    },
    async does({ by, ...rest }) {
      const event = { id: `e${++events}`, at: clock.now(), by, channel: CHANNEL, attachments: [], ...rest } as ChatEvent
      await intake.store('slack', [event])
      return intake.handle('slack', event)
    },
    form: (by, action, value, typed = {}, thread) =>
      intake.form('slack', { by, channel: CHANNEL, thread: thread ?? null, action, value, typed }),
    async restarts() {
      const again = staffed(desk, people, station)
      await again.roster.load(store)
      return again
    },
  }
  return room
}
