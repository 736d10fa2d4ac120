import type { Content, FormAsked } from '../../../model/chat.ts'
import type { Language } from '../../../model/station.ts'
import { slackFormsWording } from '../../../wording/slack-forms.ts'
import type { Handlers, Premises } from '../../chat.ts'
import { Newest } from '../newest.ts'
import type { Api, Draw, SlackOptions } from '../parts.ts'
import { carry } from './carried.ts'
import { LONGEST_INPUT } from './fields.ts'
import { fieldForError, readView } from './state.ts'
import { viewOf } from './view.ts'

interface FormsParts {
  options: Pick<SlackOptions, 'clock' | 'log'>
  api: Api
  people: { languageOf(id: string): Language | null }
  premises(): Premises | null
  draw: Draw
}

/** What somebody filled in and sent. */
export interface Submitted {
  channel: string
  thread: string | null
  action: string
  value: string
  form: Record<string, string>
}

export type Forms = ReturnType<typeof createForms>

/** The station's forms as Slack's modals. */
export function createForms({ options, api, people, premises, draw }: FormsParts) {
  const following = new Newest()

  const languageOf = (by: string): Language => people.languageOf(by) ?? premises()?.language ?? 'nl'

  return {
    /**
     * Shows the form behind a button. A `trigger_id` is good for 3 s, so nothing is looked up that need not be.
     * Answers with what the person is told instead; nothing where the form stands.
     */
    async opens(trigger: string, asked: FormAsked, handlers: Pick<Handlers, 'form'>): Promise<Content[]> {
      const answer = await handlers.form(asked)
      const language = languageOf(asked.by)
      if ('told' in answer) return answer.told
      const { form } = answer
      const say = slackFormsWording(language)
      if (form.fields.some((it) => (it.value?.length ?? 0) > LONGEST_INPUT))
        return [{ kind: 'private', text: say.tooLongForForm(LONGEST_INPUT) }]
      const field = form.fields.find((it) => it.kind === 'opened')
      const metadata = carry(asked, field ? { name: field.name, at: options.clock.now() } : null)
      const view = viewOf(form, metadata, { draw, language })
      const reply = await api.call('views.open', { trigger_id: trigger, view })
      if (reply.kind === 'ok') return []
      options.log.warn({ reply, action: asked.action }, 'slack: a form could not be shown')
      return [{ kind: 'private', text: say.pressAgain }]
    },

    /** Somebody typed in a form: what would go out of it, and how long that is, follows. Only the newest counts. */
    async typed(by: string, given: unknown, handlers: Pick<Handlers, 'form'>): Promise<void> {
      const read = readView(given)
      if (!read) return
      const { id, about, filled } = read
      await following.run(id, async () => {
        const answer = await handlers.form({ by, ...about, typed: filled })
        if ('told' in answer) return
        const view = viewOf(answer.form, carry(about, about.opened), { draw, language: languageOf(by) })
        await api.call('views.update', { view_id: id, view })
      })
    },

    /** Null for what is no form of the station's. */
    submitted(given: unknown): Submitted | null {
      const read = readView(given)
      if (!read) return null
      const { channel, thread, action, value } = read.about
      return { channel, thread, action, value, form: read.filled }
    },

    /** A refusal, put beside what was typed so that nobody has to type it twice; null where nothing was refused. */
    errorsOf(given: unknown, answers: Content[]): Record<string, string> | null {
      const refused = answers.find((it) => it.about?.code !== undefined)
      const block = refused ? fieldForError(given) : null
      return refused && block ? { [block]: refused.text } : null
    },
  }
}
