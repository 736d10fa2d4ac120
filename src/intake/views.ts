import { openForm } from '../../commands/forms.ts'
import type { Act } from '../desk/act.ts'
import { homeOf } from '../desk/home.ts'
import type { Content, FormAnswer, FormAsked } from '../model/chat.ts'
import { Refused } from '../model/refused.ts'
import { RolesUnknown } from '../roster.ts'
import { intakeWords } from '../wording/intake.ts'
import { actOf, type IntakeParts } from './parts.ts'
import { placeAt } from './place.ts'
import { refuse } from './refuse.ts'

/** What a person asks to see. It changes nothing; what is done with it is decided when it is done. */
export class Views {
  readonly #parts: IntakeParts

  constructor(parts: IntakeParts) {
    this.#parts = parts
  }

  async form(platform: string, asked: FormAsked): Promise<FormAnswer> {
    try {
      const form = await this.#look(platform, asked.by, async (act) =>
        openForm(act, asked, await placeAt(act.tx, platform, asked.channel, asked.thread)),
      )
      return { form }
    } catch (error) {
      return { told: this.#tell(platform, asked.by, error) }
    }
  }

  async home(platform: string, by: string): Promise<Content[]> {
    try {
      return await this.#look(platform, by, homeOf)
    } catch (error) {
      return this.#tell(platform, by, error)
    }
  }

  async #look<T>(platform: string, id: string, work: (act: Act) => Promise<T>): Promise<T> {
    const { roster, chats, store } = this.#parts
    const by = await roster.ask(chats.get(platform), id, false)
    return store.transaction((tx) => work(actOf(this.#parts, tx, by)))
  }

  #tell(platform: string, by: string, error: unknown): Content[] {
    const { log, roster } = this.#parts
    const language = roster.languageOf(platform, by)
    const refused = error instanceof RolesUnknown ? new Refused('roles-unknown', { platform }) : error
    if (refused instanceof Refused) return refuse(log, { platform, event: { kind: 'look', by }, refused, language })
    log.error({ err: error, platform }, 'what somebody wanted to see could not be shown')
    return [{ kind: 'private', text: intakeWords(language).failed }]
  }
}
