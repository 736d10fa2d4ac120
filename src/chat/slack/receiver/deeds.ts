import type { Content } from '../../../model/chat.ts'
import { type Clock, SECOND } from '../../../model/clock.ts'
import { slackFormsWording } from '../../../wording/slack-forms.ts'
import type { Handlers } from '../../chat.ts'
import type { createAnswer } from '../answer.ts'
import type { Heard, Origin } from '../events/heard.ts'
import type { Forms } from '../forms/forms.ts'
import type { Hands } from '../hands.ts'
import type { Home } from '../home.ts'
import type { LanguageOf } from '../language-of.ts'
import type { Api } from '../parts.ts'

/** Slack gives 3 s for a form; what takes longer is told afterwards. */
const PATIENCE = 2 * SECOND

interface DeedsParts {
  handlers: Handlers
  hands: Hands
  answer: ReturnType<typeof createAnswer>
  forms: Forms
  home: Home
  api: Api
  clock: Clock
  languageOf: LanguageOf
  personChanged(id: string): void
  groupsChanged(): void
  /** Somebody let us into a channel. */
  letIn(): Promise<void>
}
type SendsForm = Extract<Heard, { kind: 'sends-form' }>

export type Deeds = ReturnType<typeof createDeeds>

/** What is done about what was heard. Nothing here is waited for by Slack, but for a form that somebody sends. */
export function createDeeds(parts: DeedsParts) {
  const { handlers, hands, answer, forms, home, api, clock, languageOf, personChanged, groupsChanged, letIn } = parts

  const told = async (origin: Origin, answers: Content[], way?: 'place' | 'address'): Promise<void> => {
    // Whoever acts on the own page has it open, also where a process before this one showed it.
    const shown = origin.channel === null ? home.opened : home.acted
    await Promise.all([answer.tell(origin, answers, way), shown(origin.user, handlers)])
  }

  return {
    does(heard: Heard): void {
      switch (heard.kind) {
        case 'act': {
          const { event, origin } = heard
          const way = event.kind === 'command' && origin.respond !== null ? 'address' : 'place'
          hands.take(event, (answers) => told(origin, answers, way))
          return
        }
        case 'answers-question':
          hands.take(heard.event, async (answers) => {
            // An answered question goes away, before somebody answers it twice.
            if (!isRefused(answers)) await api.respond(heard.origin.respond, { delete_original: true })
            await told(heard.origin, answers)
          })
          return
        case 'asks-form':
          hands.beside(async () => answer.tell(heard.origin, await forms.opens(heard.trigger, heard.asked, handlers)))
          return
        case 'types-in-form':
          hands.beside(() => forms.typed(heard.by, heard.view, handlers))
          return
        case 'opens-home':
          hands.beside(() => home.opened(heard.by, handlers))
          return
        case 'person':
          personChanged(heard.id)
          return
        case 'groups':
          groupsChanged()
          return
        case 'let-in':
          hands.beside(letIn)
          return
        default:
          return
      }
    },

    /** Acts on a form that is stored. Answers with what is put beside its fields, so that what was typed stays there. */
    async sends({ event, origin, view }: SendsForm): Promise<Record<string, string> | null> {
      const enough = new AbortController()
      let isWaiting = true
      const inTime = new Promise<Content[]>((resolve) => {
        hands.take(event, async (answers) => {
          if (isWaiting) {
            isWaiting = false
            resolve(answers)
          } else await told(origin, await withTyped(answers, event, origin.user))
        })
      })
      const tooLate = clock.wait(PATIENCE, enough.signal).then(() => {
        isWaiting = false
        return null
      })
      const answers = await Promise.race([inTime, tooLate])
      enough.abort()
      if (answers === null) return null
      const errors = forms.errorsOf(view, answers)
      if (errors === null) hands.beside(() => told(origin, answers))
      return errors
    },
  }

  /** The form is gone by now, so a refusal brings back what stood in it. */
  async function withTyped(answers: Content[], { form }: { form: Record<string, string> }, by: string) {
    const typed = form.text ?? Object.values(form).find((it) => /\p{L}/u.test(it))
    if (!typed || !isRefused(answers)) return answers
    const say = slackFormsWording(await languageOf(by))
    return [...answers, { kind: 'private' as const, text: say.kept(typed) }]
  }
}

const isRefused = (answers: readonly Content[]): boolean => answers.some((it) => it.about?.code !== undefined)
