import { type DeskMessage, type DeskThread, threadsOf } from './desk-view.ts'
import type { Asked } from './evidence.ts'
import { call } from './http.ts'
import { markOf } from './marker.ts'
import type { Random } from './random.ts'

interface Private {
  kind: string
  text: string
  id?: string
  about?: { code?: string }
  buttons?: { action: string; value: string }[]
}
interface Told {
  private: Private[]
}

/** How a curator was asked to answer, kept so that it can be asked again as a person would. */
interface Request {
  asked: Asked
  as: string
  channel: string
  text: string
}

const CURATORS = ['curator-deventer', 'curator-hengelo', 'curator-alkmaar', 'curator-delft', 'curator-vlissingen']
const OFTEN = 2
/** So many threads of a channel a curator looks through at once. */
const MOST = 60

/** The team: reads the desk and answers what it finds there, by /reply, in the thread, or by Send. */
export class Curators {
  readonly #desk: string
  readonly #random: Random
  readonly requests: Request[] = []
  readonly #answered = new Map<string, number>()
  #open: { channel: string; thread: DeskThread; message: DeskMessage }[] = []
  /** Channels in which something was to be read. */
  readonly #busy = new Set<string>()
  #next = 1

  constructor(desk: string, random: Random) {
    this.#desk = desk
    this.#random = random
  }

  /** Reads what was written lately in two of the channels. */
  async look(channels: string[], since: number): Promise<void> {
    const chosen = new Set(
      [this.#random.pick(channels) ?? '', this.#random.pick([...this.#busy]) ?? ''].filter(Boolean),
    )
    const read = await Promise.all(
      [...chosen].map(async (channel) => ({
        channel,
        threads: await threadsOf(this.#desk, channel, `?since=${since}&limit=${MOST}`),
      })),
    )
    for (const { channel, threads } of read) if (threads.length > 0) this.#busy.add(channel)
    this.#open = read.flatMap(({ channel, threads }) =>
      threads.flatMap((thread) =>
        thread.conversation === null
          ? []
          : thread.messages
              .filter((it) => it.kind === 'message' && it.external && !it.deleted)
              .map((message) => ({ channel, thread, message })),
      ),
    )
  }

  /** Answers one message that it read; nothing where there is none. */
  async act(): Promise<void> {
    const one = this.#random.pick(
      this.#open.filter((it) => (this.#answered.get(it.message.external ?? '') ?? 0) < OFTEN),
    )
    if (!one?.message.external || !one.message.number || one.thread.conversation === null) return
    this.#answered.set(one.message.external, (this.#answered.get(one.message.external) ?? 0) + 1)
    // One curator a conversation: a colleague's claim is no subject of this test.
    const as = CURATORS[one.thread.conversation % CURATORS.length] ?? 'coordinator'
    const mark = markOf.reply(this.#next++)
    const how = this.#random.next()
    const asked: Asked = { mark, answers: one.message.external, loosely: how >= 0.5, accepted: false, refused: null }
    const words = `Dat zoeken we voor je uit. ${mark}`
    const { channel } = one
    if (how < 0.5) {
      const request: Request = { asked, as, channel, text: `/reply ${one.message.number} ${words}` }
      this.requests.push(request)
      return this.#say(request)
    }
    if (how < 0.75) {
      const request: Request = { asked, as, channel, text: `/reply ${one.thread.conversation} ${words}` }
      this.requests.push(request)
      return this.#say(request, one.thread.id, `@schatkamer reply ${words}`)
    }
    return this.#confirm(asked, as, channel, one.thread.id, words, one.thread.conversation)
  }

  /** Says it once more, as a person does who sees nothing of it at the desk. */
  async again(request: Request): Promise<void> {
    await this.#say(request)
  }

  async #say(request: Request, thread?: string, text = request.text): Promise<void> {
    const { as, channel, asked } = request
    const answer = await call<Told>('POST', `${this.#desk}/desk/messages`, {
      as,
      channel,
      text,
      ...(thread !== undefined && { thread }),
    })
    if (answer.status === 'unsent') this.#forget(request)
    if (answer.status === 'unsent' || answer.status === 'lost') return
    if (answer.status === 'refused') {
      asked.refused = `${answer.code}`
      return
    }
    this.#took(asked, answer.body)
  }

  /** Nobody was there to hear it: it was never said. */
  #forget(request: Request): void {
    this.requests.splice(this.requests.indexOf(request), 1)
    this.#answered.delete(request.asked.answers)
  }

  #took(asked: Asked, told: Told): void {
    const code = told.private.find((it) => it.about?.code)?.about?.code
    if (code) asked.refused = code
    else asked.accepted = true
  }

  /** Types in the thread, is asked, and presses Send. */
  async #confirm(
    asked: Asked,
    as: string,
    channel: string,
    thread: string,
    words: string,
    conversation: number,
  ): Promise<void> {
    const said = await call<Told>('POST', `${this.#desk}/desk/messages`, { as, channel, thread, text: words })
    if (said.status !== 'ok') return
    const question = said.body.private.find((it) => it.buttons?.some((button) => button.action === 'send'))
    const send = question?.buttons?.find((it) => it.action === 'send')
    if (!question?.id || !send) return
    const request: Request = { asked, as, channel, text: `/reply ${conversation} ${words}` }
    this.requests.push(request)
    const pressed = await call<Told>('POST', `${this.#desk}/desk/actions`, {
      as,
      message: question.id,
      action: send.action,
      value: send.value,
    })
    if (pressed.status === 'unsent') this.#forget(request)
    if (pressed.status === 'unsent' || pressed.status === 'lost') return
    if (pressed.status === 'refused') {
      asked.refused = `${pressed.code}`
      return
    }
    // Promised for later: the question still stands there, and may be refused yet.
    if (pressed.code === 202) return
    if (pressed.body.private.some((it) => it.buttons?.length)) {
      // Its addressee wrote meanwhile: nothing goes out unless the curator presses once more, who leaves it.
      asked.refused = 'stale'
      return
    }
    this.#took(asked, pressed.body)
  }
}
